# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the house. Each is a generator of (path, line, sentence); the docstring says what it protects.
docs/ARCHITECTURE.md explains the layers behind them."""

import re

MAX_LINES = 500

# What may do I/O, use Qt, read a clock. Every other module is pure: time, randomness and data come in as arguments, so that a
# backtest, a replay and a test run the very code that runs live. brokers/simulator is pure too, unlike the other adapters.
IMPURE_FOLDERS = ("net", "storage", "services", "api", "brokers/", "integration/connectors", "reports/export", "backtest/script")
PURE_ALTHOUGH_BELOW = ("brokers/simulator/", "brokers/broker_adapter", "integration/connectors/formats/")
# The two files of base whose business it is.
CLOCK_FILES = ("modules/base/clock.h", "modules/base/clock.cpp", "modules/base/rng.h")
IO_FILES = ("modules/base/check.cpp",)
EXACT_MODULES = ("domain", "ledger", "oms", "matching")

CLOCK = re.compile(
    r"std::chrono::(?:system|steady|high_resolution|utc|tai|gps|file)_clock|\bgettimeofday\b|\bclock_gettime\b|\blocaltime(?:_r|_s)?\s*\("
    r"|\b(?:std::)?time\s*\(\s*(?:nullptr|NULL|0|&)|\bstd::clock\s*\(|\b(?:date::)?current_zone\s*\(|this_thread::sleep")
RANDOM = re.compile(
    r"\brandom_device\b|\bmt19937|\b\w+_distribution\s*<|\bdefault_random_engine\b|\bs?rand\s*\(|\bdrand48\b|\bQRandomGenerator\b")
OUTSIDE = re.compile(r"\bfopen\s*\(|\bstd::c(?:out|err|in)\b|\b(?:std::)?f?printf\s*\(|\bstd::j?thread\b|\bstd::async\b|\bgetenv\s*\(")
QT_INCLUDE = re.compile(r'^\s*#\s*include\s*[<"](Q[A-Za-z]\w*(?:/\w+)*|q[a-z]+(?:/\w+)*\.h|Qt\w*/[\w/.]+)[>"]', re.MULTILINE)
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
IO_INCLUDE = re.compile(r"^\s*#\s*include\s*<(fstream|filesystem|iostream|thread|random|future|unistd\.h|sys/(?:socket|stat|time)\.h)>", re.MULTILINE)
FLOATING = re.compile(r"\b(?:double|float)\b")
COLOUR = re.compile(r'"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3}(?:[0-9a-fA-F]{2})?)?"')
NAMED_COLOUR = re.compile(r'\b\w*[cC]olor\s*:\s*"([a-z]+)"|\bQt\.(?:rgba|hsla|hsva)\s*\(')
# A statement of SQL starts its literal, in capitals; "Select a client" is none.
SQL = re.compile(
    r'"(?:\w*\()?\s*(?:SELECT\s+[\w*("]|INSERT\s+(?:OR\s+\w+\s+)?INTO\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|PRAGMA\s+\w|DROP\s+TABLE\b|ALTER\s+TABLE\b'
    r'|CREATE\s+(?:TEMP\w*\s+|UNIQUE\s+)?(?:TABLE|INDEX|VIEW|TRIGGER)\b)')
SQL_INCLUDE = re.compile(r"^\s*#\s*include\s*<(QSql\w+|QtSql/\w+|sqlite3\.h)>", re.MULTILINE)
UNFINISHED_WORDS = re.compile(r"\b(?:TODO|FIXME|HACK)\b")
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"


def in_modules(source):
    return source.path.startswith("modules/") and source.is_cpp


def inner(source):
    return source.path[len("modules/"):]


def is_pure(source):
    path = inner(source)
    if path.startswith(PURE_ALTHOUGH_BELOW):
        return True
    return not any(path.startswith(folder if folder.endswith("/") else folder + "/") for folder in IMPURE_FOLDERS)


def is_adapter(module):
    return module.path.startswith("brokers/")


def matches(pattern, source, text):
    for match in pattern.finditer(text):
        # A multi-line pattern may match from the end of the line before.
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        yield source.line_of(start), match


def includes_follow_dependencies(tree):
    """A module sees only what it declares in modules/CMakeLists.txt, directly or through what it declares; a screen's C++
    sees the MODULES of its CMakeLists.txt and those of the screens it depends on."""
    for source in tree.sources:
        if in_modules(source):
            own = tree.module_of(inner(source))
            if own is None:
                yield source.path, 1, "belongs to no rialto_module() of modules/CMakeLists.txt"
                continue
            allowed = tree.reachable([own.name])
            where = f"{own.name} in modules/CMakeLists.txt"
        elif source.path.startswith("qml/Rialto/") and source.is_cpp:
            screen = source.path.split("/")[2]
            if screen not in tree.screens:
                yield source.path, 1, f"qml/Rialto/{screen}/CMakeLists.txt declares no rialto_qml_module()"
                continue
            screens = tree.screen_reachable(screen)
            allowed = tree.reachable(name for each in screens if each in tree.screens for name in tree.screens[each].modules)
            where = f"MODULES in qml/Rialto/{screen}/CMakeLists.txt"
        else:
            continue
        for line, match in matches(INCLUDE, source, source.uncommented):
            target = match.group(1)
            if not tree.exists("modules/" + target):
                continue
            owner = tree.module_of(target)
            if owner is not None and owner.name not in allowed:
                yield source.path, line, f'includes "{target}", but {owner.name} is not among the dependencies of {where}'


def screens_import_downwards(tree):
    """A screen imports and includes only the screens it declares in DEPENDS."""
    for source in tree.sources:
        if not source.path.startswith("qml/Rialto/") or not (source.is_qml or source.is_cpp):
            continue
        screen = source.path.split("/")[2]
        allowed = tree.screen_reachable(screen)
        pattern = re.compile(r"^\s*import\s+Rialto\.(\w+)", re.MULTILINE) if source.is_qml else INCLUDE
        for line, match in matches(pattern, source, source.uncommented):
            other = match.group(1).split("/")[0]
            if other in tree.screens and other not in allowed:
                yield source.path, line, f"uses Rialto.{other}, which is not in DEPENDS of qml/Rialto/{screen}/CMakeLists.txt"


def only_app_names_concrete_classes(tree):
    """Adapters and storage are known to app/ (and to their tests) alone: everybody else works through a port."""
    hidden = {module.name for module in tree.modules.values() if is_adapter(module) or module.name == "storage"}
    for source in tree.sources:
        if not source.is_cpp or not source.path.startswith(("modules/", "qml/")):
            continue
        own = tree.module_of(inner(source)) if source.path.startswith("modules/") else None
        for line, match in matches(INCLUDE, source, source.uncommented):
            owner = tree.module_of(match.group(1)) if tree.exists("modules/" + match.group(1)) else None
            if owner is not None and owner.name in hidden and (own is None or own.name != owner.name):
                yield source.path, line, f'includes "{match.group(1)}" of {owner.name}: only app/ may name an adapter or a store'


def pure_modules_stay_pure(tree):
    """No Qt, clock, randomness, I/O or thread in the modules that decide."""
    for source in tree.sources:
        if not in_modules(source) or not is_pure(source):
            continue
        for line, match in matches(QT_INCLUDE, source, source.uncommented):
            yield source.path, line, f"includes {match.group(1)}: a pure module uses no Qt"
        for line, match in matches(IO_INCLUDE, source, source.uncommented):
            yield source.path, line, f"includes <{match.group(1)}>: a pure module does no I/O, starts no thread and owns no random numbers"
        if source.path not in CLOCK_FILES:
            for pattern, what in ((CLOCK, "reads a clock"), (RANDOM, "makes random numbers")):
                for line, match in matches(pattern, source, source.code):
                    yield source.path, line, f"{what} ({match.group().strip()}): pass it in"
        if source.path not in IO_FILES:
            for line, match in matches(OUTSIDE, source, source.code):
                yield source.path, line, f"reaches outside ({match.group().strip()}): a pure module does no I/O and starts no thread"


def money_is_exact(tree):
    """Floating point stays out of domain, ledger, oms and matching."""
    for source in tree.sources:
        if in_modules(source) and inner(source).split("/")[0] in EXACT_MODULES:
            for line, match in matches(FLOATING, source, source.code):
                yield source.path, line, f"uses {match.group()}: prices, quantities and money are exact"


def colours_live_in_theme(tree):
    """One place decides what the program looks like."""
    for source in tree.sources:
        if not source.path.startswith(("qml/", "app/")) or source.path.startswith("qml/Rialto/Theme/"):
            continue
        if source.is_cpp or source.is_qml:
            for line, match in matches(COLOUR, source, source.uncommented):
                yield source.path, line, f"names the colour {match.group()}: take it from Theme"
        if source.is_qml:
            for line, match in matches(NAMED_COLOUR, source, source.uncommented):
                if match.group(1) != "transparent":
                    yield source.path, line, f"makes a colour ({match.group()}): take it from Theme"


def sql_lives_in_storage(tree):
    """SQL text stands in modules/storage and resources/sql only."""
    for source in tree.sources:
        of_storage = source.path.startswith("modules/storage/") or (source.path.startswith("tests/") and "stor" in source.path)
        if not source.is_cpp or of_storage:
            continue
        for line, match in matches(SQL, source, source.uncommented):
            yield source.path, line, f"holds SQL ({match.group().strip()}...): it belongs to modules/storage"
        for line, match in matches(SQL_INCLUDE, source, source.uncommented):
            yield source.path, line, f"includes {match.group(1)}: the database belongs to modules/storage"


def files_stay_readable(tree):
    """One idea a file; a licence line in each; nothing half done."""
    for source in tree.sources:
        name = source.path.rsplit("/", 1)[-1]
        script = source.text.startswith("#!")
        if not (source.is_cpp or source.is_qml or script or name == "CMakeLists.txt" or name.endswith((".py", ".cmake", ".sql", ".sh"))):
            continue
        lines = source.text.count("\n")
        if lines > MAX_LINES:
            yield source.path, MAX_LINES + 1, f"has {lines} lines: more than {MAX_LINES} hold more than one idea"
        if not any(SPDX in line for line in source.text.splitlines()[:3]):
            yield source.path, 1, f"does not open with {SPDX}"
        if not source.path.startswith("tests/arch/"):
            for line, match in matches(UNFINISHED_WORDS, source, source.text):
                yield source.path, line, f"says {match.group()}: finish it, or file an issue"


def no_hidden_globals(tree):
    """No singletons and no nested event loops."""
    for source in tree.sources:
        if source.is_cpp and source.path.startswith(("modules/", "qml/", "app/")):
            for line, match in matches(re.compile(r"(?<!Application)::instance\s*\(\s*\)|\bstatic\s+\w+\s*[&*]\s*instance\s*\("), source, source.code):
                yield source.path, line, "is or uses a singleton: pass the object in"
            for line, match in matches(re.compile(r"\bQEventLoop\b"), source, source.code):
                yield source.path, line, "runs an event loop inside a function: use a signal or a callback"
