# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles every resources/sql/<folder>/NNNN_name.sql into the storage module, as :/rialto/sql/<folder>/NNNN_name.sql.
file(GLOB_RECURSE rialto_sql_files CONFIGURE_DEPENDS RELATIVE "${CMAKE_SOURCE_DIR}/resources/sql" "${CMAKE_SOURCE_DIR}/resources/sql/*.sql")
list(SORT rialto_sql_files)
set(rialto_sql_entries "")
foreach(file IN LISTS rialto_sql_files)
  string(APPEND rialto_sql_entries "<file alias=\"${file}\">${CMAKE_SOURCE_DIR}/resources/sql/${file}</file>\n")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/sql/rialto_sql.qrc"
  CONTENT "<RCC><qresource prefix=\"/rialto/sql\">\n${rialto_sql_entries}</qresource></RCC>\n" @ONLY)
qt_add_resources(rialto_sql_source "${CMAKE_BINARY_DIR}/sql/rialto_sql.qrc" OPTIONS --no-compress)
target_sources(rialto_storage PRIVATE ${rialto_sql_source})
set_source_files_properties(${rialto_sql_source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
