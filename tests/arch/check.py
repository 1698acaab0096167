#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py ROOT: reads the sources below ROOT and complains about every broken rule of the house, a line each. Exit 0 or 1."""

import sys
import time

import rules
import translations
from source_tree import Tree

RULES = (
    rules.includes_follow_dependencies,
    rules.screens_import_downwards,
    rules.only_app_names_concrete_classes,
    rules.pure_modules_stay_pure,
    rules.money_is_exact,
    rules.colours_live_in_theme,
    rules.sql_lives_in_storage,
    rules.files_stay_readable,
    rules.no_hidden_globals,
    translations.words_are_translated,
    translations.words_pass_through_translation,
)


def complaints(tree):
    return [(rule.__name__, *complaint) for rule in RULES for complaint in rule(tree)]


def main(root):
    started = time.monotonic()
    tree = Tree(root)
    if not tree.modules:
        print(f"arch: no rialto_module() found below {root}")
        return 1
    found = complaints(tree)
    for rule, path, line, sentence in sorted(found, key=lambda each: (each[1], each[2])):
        print(f"{path}:{line}: {sentence} [{rule}]")
    print(f"arch: {len(tree.sources)} files, {len(tree.modules)} modules, {len(tree.screens)} screens, {len(found)} complaints, "
          f"{time.monotonic() - started:.2f} s")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
