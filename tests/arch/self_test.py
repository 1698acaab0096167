#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds check.py small trees: a good one that must pass, and the same with one thing wrong, which must be complained about by
the right rule, at the right file and line, and by nothing else."""

import os
import sys
import tempfile

from check import complaints
from source_tree import Tree

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
HASH = "# SPDX-License-Identifier: GPL-3.0-or-later\n"

GOOD = {
    "CMakeLists.txt": HASH,
    "modules/CMakeLists.txt": HASH + """# rialto_module(comment)
rialto_module(base)
rialto_module(domain DEPENDS base LINK date::date)
rialto_module(oms DEPENDS domain)
rialto_module(brokers DEPENDS domain EXCLUDE simulator paper)
rialto_module(paper PATH brokers/paper DEPENDS brokers)
rialto_module(simulator PATH brokers/simulator DEPENDS brokers oms paper)
rialto_module(storage
  DEPENDS oms)
rialto_module(services DEPENDS oms)
""",
    "modules/base/clock.h": SPDX + "inline auto now() { return std::chrono::system_clock::now(); }\n",
    "modules/base/text.h": SPDX + "/* double */ inline int size() { return 1'000'000; } // a float\n",
    "modules/domain/price.h": SPDX + '#include "base/text.h"\ninline const char* words = "double time(nullptr) SELECT";\n',
    "modules/oms/order.cpp": SPDX + '#include "base/text.h"\n#include "domain/price.h"\nbool ask() { return order.open(); }\n',
    "modules/brokers/adapter.h": SPDX + '#include "domain/price.h"\n',
    "modules/brokers/simulator/simulator.cpp": SPDX + '#include "brokers/adapter.h"\n#include "oms/order.cpp"\n',
    "modules/brokers/paper/paper.cpp": SPDX + "#include <QTimer>\n#include <thread>\n",
    "modules/brokers/paper/paper.h": SPDX,
    "modules/storage/store.cpp": SPDX + '#include <QSqlQuery>\nauto sql = "SELECT 1 FROM orders";\n',
    "modules/storage/store.h": SPDX,
    "modules/services/service.h": SPDX + "#include <QObject>\n",
    "app/main.cpp": SPDX + '#include "brokers/paper/paper.cpp"\n#include "storage/store.cpp"\nint main() {}\n',
    "qml/Rialto/Theme/CMakeLists.txt": HASH + "rialto_qml_module(Theme)\n",
    "qml/Rialto/Theme/palette.cpp": SPDX + 'auto up = "#00ff00";\n',
    "qml/Rialto/Kit/CMakeLists.txt": HASH + "rialto_qml_module(Kit DEPENDS Theme MODULES domain)\n",
    "qml/Rialto/Kit/Label.qml": SPDX + 'import Rialto.Theme\nText { text: qsTr("Buy \\"now\\" & hold"); color: "transparent"; objectName: "label" }\n',
    "qml/Rialto/Trading/CMakeLists.txt": HASH + "rialto_qml_module(Trading DEPENDS Kit MODULES services storage)\n",
    "qml/Rialto/Trading/Ticket.qml": SPDX + 'import QtQuick\nimport Rialto.Kit\nimport Rialto.Trading\nText { text: "—" }\n',
    "qml/Rialto/Trading/ticket_model.cpp": SPDX + """#include "Theme/palette.h"
#include "base/text.h"
#include "services/service.h"
auto words = tr("Sell") + "Select a client" + QCoreApplication::translate("Errors", "Too "
    "large");
""",
    "translations/rialto_zh_CN.ts": """<TS>
<context><name>Label</name><message><source>Buy &quot;now&quot; &amp; hold</source><translation>买</translation></message></context>
<context><name>TicketModel</name><message><source>Sell</source><translation>卖</translation></message></context>
<context><name>Errors</name><message><source>Too large</source><translation>太大</translation></message></context>
</TS>
""",
}

# (what is wrong, file, text appended or a function of the old text, rule, line or None)
BAD = [
    ("an undeclared dependency", "modules/domain/price.h", '#include "oms/order.cpp"\n', "includes_follow_dependencies", 4),
    ("a module below its own", "modules/base/text.h", '#include "domain/price.h"\n', "includes_follow_dependencies", 3),
    ("a folder without a module", "modules/stray/stray.h", SPDX, "includes_follow_dependencies", 1),
    ("a screen with a module it does not declare", "qml/Rialto/Kit/label.cpp", SPDX + '#include "oms/order.cpp"\n',
     "includes_follow_dependencies", 2),
    ("a screen importing upwards", "qml/Rialto/Kit/Label.qml", "import Rialto.Trading\n", "screens_import_downwards", 4),
    ("a screen including upwards", "qml/Rialto/Theme/palette.cpp", '#include "Kit/label.h"\n', "screens_import_downwards", 3),
    ("a screen that names a store", "qml/Rialto/Trading/ticket_model.cpp", '#include "storage/store.h"\n', "only_app_names_concrete_classes", 7),
    ("an adapter that names another", "modules/brokers/simulator/simulator.cpp", '#include "brokers/paper/paper.h"\n',
     "only_app_names_concrete_classes", 4),
    ("Qt in a pure module", "modules/oms/order.cpp", "#include <QString>\n", "pure_modules_stay_pure", 5),
    ("Qt in the simulator", "modules/brokers/simulator/simulator.cpp", "#include <QtCore/QString>\n", "pure_modules_stay_pure", 4),
    ("a clock in a pure module", "modules/oms/order.cpp", "auto t = std::chrono::steady_clock::now();\n", "pure_modules_stay_pure", 5),
    ("the C clock", "modules/domain/price.h", "auto t = time( nullptr );\n", "pure_modules_stay_pure", 4),
    ("a random number", "modules/base/text.h", "std::mt19937 twister;\n", "pure_modules_stay_pure", 3),
    ("a file in a pure module", "modules/oms/order.cpp", "#include <fstream>\n", "pure_modules_stay_pure", 5),
    ("output from a pure module", "modules/oms/order.cpp", 'void f() { std::printf("x"); }\n', "pure_modules_stay_pure", 5),
    ("floating point in domain", "modules/domain/price.h", "double price;\n", "money_is_exact", 4),
    ("floating point in oms", "modules/oms/order.cpp", "auto p = static_cast<float>(1);\n", "money_is_exact", 5),
    ("a hex colour on a screen", "qml/Rialto/Kit/Label.qml", 'Rectangle { color: "#12ab34" }\n', "colours_live_in_theme", 4),
    ("a named colour on a screen", "qml/Rialto/Kit/Label.qml", 'Rectangle { border.color: "red" }\n', "colours_live_in_theme", 4),
    ("a colour in a view model", "qml/Rialto/Trading/ticket_model.cpp", 'QColor c("#fff");\n', "colours_live_in_theme", 7),
    ("SQL in a service", "modules/services/service.h", 'auto q = "INSERT INTO orders VALUES (1)";\n', "sql_lives_in_storage", 3),
    ("SQL in a raw string", "modules/services/service.h", 'auto q = R"(\n  SELECT * FROM orders)";\n', "sql_lives_in_storage", 3),
    ("the database in app", "app/main.cpp", "#include <QSqlDatabase>\n", "sql_lives_in_storage", 5),
    ("a long file", "modules/services/service.h", "\n" * 500, "files_stay_readable", 501),
    ("no licence line", "modules/services/other.cpp", "int x;\n", "files_stay_readable", 1),
    ("no licence line in a script", "scripts/run", "#!/bin/sh\n", "files_stay_readable", 1),
    ("unfinished work", "modules/services/service.h", "// TO" "DO later\n", "files_stay_readable", 3),
    ("a singleton", "modules/services/service.h", "auto& s = Service::instance();\n", "no_hidden_globals", 3),
    ("a nested event loop", "qml/Rialto/Trading/ticket_model.cpp", "QEventLoop loop;\n", "no_hidden_globals", 7),
    ("a literal on the screen", "qml/Rialto/Kit/Label.qml", 'Text { text: "Cancel" }\n', "words_pass_through_translation", 4),
    ("a literal for the screen reader", "qml/Rialto/Kit/Label.qml", 'Item { Accessible.name: "Cancel" }\n', "words_pass_through_translation", 4),
    ("an untranslated string", "qml/Rialto/Kit/Label.qml", 'Text { text: qsTr("Cancel") }\n', "words_are_translated", 4),
    ("a string translated elsewhere only", "qml/Rialto/Kit/Label.qml", 'Text { text: qsTr("Sell") }\n', "words_are_translated", 4),
    ("an untranslated string of C++", "qml/Rialto/Trading/ticket_model.cpp", 'auto more = tr("Replace");\n', "words_are_translated", 7),
    ("an unfinished translation", "translations/rialto_zh_CN.ts",
     '<context><name>A</name><message><source>B</source><translation type="unfinished">C</translation></message></context>\n',
     "words_are_translated", 6),
    ("an empty translation", "translations/rialto_zh_CN.ts",
     "<context><name>A</name><message><source>B</source><translation></translation></message></context>\n", "words_are_translated", 6),
    ("a translation nobody says", "translations/rialto_zh_CN.ts",
     '<context><name>A</name><message><source>B</source><translation type="vanished">C</translation></message></context>\n',
     "words_are_translated", 6),
]


def found_in(files):
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            os.makedirs(os.path.join(root, os.path.dirname(path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as stream:
                stream.write(text)
        return complaints(Tree(root))


def main():
    failures = [f"the good tree is complained about: {complaint}" for complaint in found_in(GOOD)]
    for what, path, text, rule, line in BAD:
        found = found_in({**GOOD, path: GOOD.get(path, "") + text})
        if [each[:3] for each in found] != [(rule, path, line)]:
            failures.append(f"{what}: expected [{rule}] at {path}:{line}, got {found}")
    for failure in failures:
        print(failure)
    print(f"arch self-test: {len(BAD)} bad trees, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
