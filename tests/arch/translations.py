# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about words on the screen: every one passes through the translation, and every translation is complete."""

import re

from rules import matches

LITERAL = r'"((?:\\.|[^"\\\n])*)"'
QML_TR = re.compile(r"\b(?:qsTr|QT_TR_NOOP)\s*\(\s*(" + LITERAL + ")")
CONTEXT_TR = re.compile(r"\b(?:qsTranslate|translate|QT_TRANSLATE_NOOP)\s*\(\s*" + LITERAL + r"\s*,\s*((?:" + LITERAL + r"\s*)+)")
CPP_TR = re.compile(r"(?<![\w:.])(?:QObject::)?(?:tr|QT_TR_NOOP)\s*\(\s*((?:" + LITERAL + r"\s*)+)")
# Properties whose value a person reads or hears.
VISIBLE = re.compile(
    r"(?<![\w.])(?:text|title|subtitle|placeholderText|label|caption|header|hint|help|detail|description|toolTip|tooltip|ToolTip\.text"
    r"|Accessible\.(?:name|description))\s*:\s*" + LITERAL)
LETTERS = re.compile(r"[^\W\d_]{2,}")
MESSAGE = re.compile(r"<message\b.*?</message>", re.DOTALL)
CONTEXT = re.compile(r"<context>.*?</context>", re.DOTALL)


def unescape_literal(text):
    escapes = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "'": "'"}
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match.group(1), 16)), text)
    return re.sub(r"\\(.)", lambda match: escapes.get(match.group(1), match.group()), text)


def joined(literals):
    return unescape_literal("".join(re.findall(LITERAL, literals)))


def unescape_xml(text):
    text = re.sub(r"&#(x?)([0-9a-fA-F]+);", lambda match: chr(int(match.group(2), 16 if match.group(1) else 10)), text)
    for entity, character in (("lt", "<"), ("gt", ">"), ("quot", '"'), ("apos", "'"), ("amp", "&")):
        text = text.replace(f"&{entity};", character)
    return text


def element(text, name):
    match = re.search(rf"<{name}\b[^>]*>(.*?)</{name}>", text, re.DOTALL)
    return unescape_xml(match.group(1)) if match else ""


def translated(source):
    """The (context, text) pairs of a .ts file that have a finished translation, and complaints about the others."""
    pairs, complaints = set(), []
    for context in CONTEXT.finditer(source.text):
        name = element(context.group(), "name")
        for message in MESSAGE.finditer(context.group()):
            text = element(message.group(), "source")
            line = source.line_of(context.start() + message.start())
            if re.search(r'<translation[^>]*type="(?:vanished|obsolete)"', message.group()):
                complaints.append((source.path, line, f'keeps "{text}", which the program no longer says: remove it'))
            elif 'type="unfinished"' in message.group() or not element(message.group(), "translation").strip():
                complaints.append((source.path, line, f'leaves "{text}" of {name} untranslated'))
            else:
                pairs.add((name, text))
    return pairs, complaints


def spoken(source):
    """(line, context or None, text) for every translatable string of a source."""
    text = source.uncommented
    for line, match in matches(CONTEXT_TR, source, text):
        yield line, unescape_literal(match.group(1)), joined(match.group(2))
    if source.is_qml:
        stem = source.path.rsplit("/", 1)[-1][:-len(".qml")]
        for line, match in matches(QML_TR, source, text):
            yield line, stem, joined(match.group(1))
    else:
        for line, match in matches(CPP_TR, source, text):
            yield line, None, joined(match.group(1))


def words_are_translated(tree):
    """Every translatable string has a finished translation in every translations/*.ts."""
    # English is the language of the sources; a file for it holds plural forms only.
    files = [source for source in tree.sources
             if source.path.startswith("translations/") and source.path.endswith(".ts") and not source.path.endswith("_en.ts")]
    spoken_by = [(source, list(spoken(source))) for source in tree.sources
                 if source.path.startswith(("app/", "modules/", "qml/")) and (source.is_cpp or source.is_qml)]
    if any(strings for _, strings in spoken_by) and not files:
        yield "translations", 1, "holds no .ts file, but the program has words to translate"
    # The files of one folder, one a module, make one locale together; a file that stands alone is a locale of its own.
    locales = {}
    for file in files:
        folder, _, leaf = file.path.rpartition("/")
        pairs, complaints = translated(file)
        yield from complaints
        locales.setdefault(file.path if folder == "translations" else folder, set()).update(pairs)
    for locale, pairs in locales.items():
        texts = {text for _, text in pairs}
        for source, strings in spoken_by:
            for line, context, text in strings:
                if (text not in texts) if context is None else ((context, text) not in pairs):
                    yield source.path, line, f'says "{text}", which {locale} does not translate' + (f" in the context {context}" if context else "")


def words_pass_through_translation(tree):
    """A literal that a person reads goes through qsTr()."""
    for source in tree.sources:
        if not source.is_qml or not source.path.startswith("qml/"):
            continue
        for line, match in matches(VISIBLE, source, source.uncommented):
            if LETTERS.search(unescape_literal(match.group(1))):
                yield source.path, line, f'shows "{match.group(1)}" without qsTr()'
