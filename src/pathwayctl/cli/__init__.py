"""The commands, a thin module each: options in, a call, lines out."""
