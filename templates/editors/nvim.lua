vim.lsp.config("yamlls", {
  settings = {
    yaml = {
      schemas = {
        ["./.pathwayctl/schema.json"] = { "*.yaml", "*.yml", "!baselines/**", "!build/**", "!templates/**" },
      },
      schemaStore = { enable = false, url = "" },
    },
  },
})
vim.lsp.enable("yamlls")
