"""From a place to sources: files, folders, standard input."""
