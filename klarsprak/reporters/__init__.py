"""From reports to characters. One module a format."""
