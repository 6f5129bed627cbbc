"""yaml-language-server, which VS Code, Neovim, and others run, driven over its protocol."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Message = dict[str, Any]
_PATIENCE = 60.0


class LanguageServer:
    """A running server with one folder open; ``settings`` are those of the editor, under ``yaml``."""

    def __init__(self, script: Path, folder: Path, settings: Mapping[str, Any]) -> None:
        self.process = subprocess.Popen(
            ["node", str(script), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.settings = {key.removeprefix("yaml."): value for key, value in settings.items()}
        self.number = 0
        self.diagnostics: dict[str, list[Message]] = {}
        root = folder.as_uri()
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": "project"}],
                "capabilities": {
                    "textDocument": {
                        "completion": {
                            "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
                        },
                        "hover": {"contentFormat": ["markdown"]},
                    },
                    "workspace": {"configuration": True, "workspaceFolders": True},
                },
            },
        )
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": self.settings}})

    def open(self, file: Path, text: str) -> list[Message]:
        """Show a text in the editor as a file, saved or not; returns its diagnostics."""
        self.diagnostics.pop(file.as_uri(), None)
        item = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        end = time.monotonic() + _PATIENCE
        while file.as_uri() not in self.diagnostics:
            assert time.monotonic() < end, "no diagnostics came"
            self.receive()
        return self.diagnostics[file.as_uri()]

    def at(self, what: str, file: Path, line: int, column: int) -> Any:
        """The answer for a place in a file; lines and columns from 0."""
        place = {"line": line, "character": column}
        return self.ask(f"textDocument/{what}", {"textDocument": {"uri": file.as_uri()}, "position": place})

    def ask(self, method: str, params: Any) -> Any:
        self.number += 1
        self.send({"id": self.number, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def tell(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def send(self, message: Message) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def receive(self) -> Message:
        """The next message of the server; its own questions are answered."""
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        message: Message = json.loads(self.process.stdout.read(length))
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method == "workspace/configuration":
            asked = [one.get("section") for one in message["params"]["items"]]
            self.send(
                {"id": message["id"], "result": [self.settings if one == "yaml" else None for one in asked]}
            )
        elif method is not None and "id" in message:
            self.send({"id": message["id"], "result": None})
        return message

    def stop(self) -> None:
        self.process.kill()
        self.process.communicate()
