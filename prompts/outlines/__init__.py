"""Report outlines as YAML files; :mod:`prompts.outline` loads them."""
