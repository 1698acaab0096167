# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles every resources/tax/*.json into the ledger_input module: dropping a file in makes a rule pack.
file(GLOB rialto_tax_rules CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/resources/tax/*.json")
list(SORT rialto_tax_rules)
set(rialto_tax_texts "")
foreach(file IN LISTS rialto_tax_rules)
  file(READ "${file}" text)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  string(APPEND rialto_tax_texts "        R\"tax(${text})tax\",\n")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/tax/tax_rule_texts.cpp" CONTENT
  "// Generated from resources/tax. Do not edit.\n#include <string_view>\n#include <vector>\nnamespace rialto {\nstd::vector<std::string_view> taxRuleTexts()\n{\n    return {\n@rialto_tax_texts@    };\n}\n}\n" @ONLY)
target_sources(rialto_ledger_input PRIVATE "${CMAKE_BINARY_DIR}/tax/tax_rule_texts.cpp")
