"""The case as a network: built once, looked at by stage and perspective, and measured."""
