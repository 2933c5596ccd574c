"""The shipped spaCy pipeline: data, made by training/."""
