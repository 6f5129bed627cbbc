"""YAML text to plain values, and the place of a path in the text. The only room that knows YAML."""
