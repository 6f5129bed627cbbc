"""From a folder of YAML files to one plan, with every mistake in their shape as a finding."""
