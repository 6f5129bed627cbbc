"""From what stands on a page to the page: templates, blocks, HTML, Markdown, drawings, and files."""
