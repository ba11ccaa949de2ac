"""Chat models: built from settings, allowed to phrase and never to count."""
