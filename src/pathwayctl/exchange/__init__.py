"""Exchange with people and programs that never see YAML: a plan as files of other formats, and back."""
