"""What has changed in a project between two of its states."""
