# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles resources/security/common_passwords.txt into the security module.
set(rialto_common_file "${CMAKE_SOURCE_DIR}/resources/security/common_passwords.txt")
file(READ "${rialto_common_file}" rialto_common_text)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${rialto_common_file}")
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/security/common_passwords.cpp" CONTENT
  "// Generated from resources/security. Do not edit.\n#include <string_view>\nnamespace rialto::security {\nstd::string_view commonPasswords();\nstd::string_view commonPasswords()\n{\n    return R\"list(@rialto_common_text@)list\";\n}\n}\n" @ONLY)
target_sources(rialto_security PRIVATE "${CMAKE_BINARY_DIR}/security/common_passwords.cpp")
