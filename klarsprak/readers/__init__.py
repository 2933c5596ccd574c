"""From a source to blocks. One module a format."""
