# SPDX-License-Identifier: GPL-3.0-or-later
"""The source tree as the rules see it: files with their text, and the declared modules. Only the standard library of
python3-minimal is used, which has no XML parser."""

import os
import re
from dataclasses import dataclass, field

TOP_FOLDERS = ("app", "cmake", "modules", "packaging", "qml", "resources", "scripts", "tests", "translations", ".ci")
CPP = (".cpp", ".h")
# One alternative each: line comment, block comment, raw string, string, character. A digit separator is no character.
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^(\s]*)\(.*?\)(?P=tag)"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'',
    re.DOTALL)


@dataclass
class Source:
    path: str
    text: str
    _code: str = field(default=None, repr=False)
    _uncommented: str = field(default=None, repr=False)

    @property
    def is_cpp(self):
        return self.path.endswith(CPP)

    @property
    def is_qml(self):
        return self.path.endswith(".qml")

    @property
    def code(self):
        """The text with comments and literals blanked out, line by line in place."""
        if self._code is None:
            self._code = TOKEN.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), self.text)
        return self._code

    @property
    def uncommented(self):
        """The text with comments blanked out; literals stay."""
        if self._uncommented is None:
            blank = lambda match: re.sub(r"[^\n]", " ", match.group()) if match.group()[0] == "/" else match.group()
            self._uncommented = TOKEN.sub(blank, self.text)
        return self._uncommented

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1


@dataclass
class Module:
    name: str
    path: str
    depends: list
    modules: list = field(default_factory=list)


class Tree:
    def __init__(self, root):
        self.root = root
        self.sources = []
        for top in TOP_FOLDERS:
            for folder, folders, names in os.walk(os.path.join(root, top)):
                folders.sort()
                for name in sorted(names):
                    self._add(os.path.join(folder, name))
        for name in ("CMakeLists.txt",):
            if os.path.exists(os.path.join(root, name)):
                self._add(os.path.join(root, name))
        self.modules = self._declared("modules/CMakeLists.txt")
        self.screens = self._screens()

    def _add(self, file):
        with open(file, "rb") as stream:
            data = stream.read()
        if b"\0" in data:
            return
        path = os.path.relpath(file, self.root).replace(os.sep, "/")
        self.sources.append(Source(path, data.decode("utf-8", "replace")))

    def exists(self, path):
        return os.path.exists(os.path.join(self.root, path))

    def module_of(self, path):
        """The module that owns modules/<path>: the one with the longest folder."""
        owners = [module for module in self.modules.values() if path.startswith(module.path + "/")]
        return max(owners, key=lambda module: len(module.path), default=None)

    def reachable(self, names):
        """The modules of names and everything they depend on."""
        seen, todo = set(), list(names)
        while todo:
            name = todo.pop()
            if name not in seen:
                seen.add(name)
                todo += self.modules[name].depends if name in self.modules else []
        return seen

    def screen_reachable(self, name):
        """The QML modules that Rialto.<name> may use, itself among them."""
        seen, todo = set(), [name]
        while todo:
            current = todo.pop()
            if current not in seen:
                seen.add(current)
                todo += self.screens[current].depends if current in self.screens else []
        return seen

    def _declared(self, path):
        modules = {}
        for call in calls(self._text(path), "rialto_module"):
            name = call[""][0]
            folder = call.get("PATH", [name])[0]
            modules[name] = Module(name, folder, call.get("DEPENDS", []))
        return modules

    def _screens(self):
        screens = {}
        for source in self.sources:
            match = re.fullmatch(r"qml/Rialto/(\w+)/CMakeLists\.txt", source.path)
            if match:
                for call in calls(source.text, "rialto_qml_module"):
                    screens[match.group(1)] = Module(match.group(1), match.group(1), call.get("DEPENDS", []), call.get("MODULES", []))
        return screens

    def _text(self, path):
        return next((source.text for source in self.sources if source.path == path), "")


def calls(text, function):
    """Each call of a CMake function as {keyword: words}, the words before the first keyword under ''."""
    text = re.sub(r"#[^\n]*", "", text)
    for match in re.finditer(r"\b" + function + r"\s*\(([^)]*)\)", text):
        keyword, found = "", {}
        for word in match.group(1).split():
            if re.fullmatch(r"[A-Z]{2,}", word):
                keyword = word
                found.setdefault(keyword, [])
            else:
                found.setdefault(keyword, []).append(word)
        if found.get(""):
            yield found
