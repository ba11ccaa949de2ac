"""The HTTP surface: the service's verbs as routes, one router a resource."""
