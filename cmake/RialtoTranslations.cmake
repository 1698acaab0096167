# SPDX-License-Identifier: GPL-3.0-or-later
# rialto_translations(target locales...): merges translations/<locale>/*.ts, one a QML module, into the resource
# :/i18n/rialto_<locale>.qm of `target`. `update_translations` writes the strings of each module into its files.
function(rialto_translations target)
  set(catalogs "")
  foreach(locale IN LISTS ARGN)
    file(GLOB texts CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/translations/${locale}/*.ts")
    if(texts)
      set(catalog "${CMAKE_BINARY_DIR}/translations/rialto_${locale}.qm")
      add_custom_command(OUTPUT "${catalog}"
        COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_BINARY_DIR}/translations"
        COMMAND Qt6::lrelease -silent ${texts} -qm "${catalog}" DEPENDS ${texts} VERBATIM)
      set_source_files_properties("${catalog}" PROPERTIES GENERATED TRUE)
      list(APPEND catalogs "${catalog}")
    endif()
  endforeach()
  if(catalogs)
    qt_add_resources(${target} rialto_translations PREFIX /i18n BASE "${CMAKE_BINARY_DIR}/translations" FILES ${catalogs})
  endif()
endfunction()

function(rialto_update_translations)
  get_property(names GLOBAL PROPERTY RIALTO_QML_MODULES)
  set(commands "")
  foreach(locale IN LISTS ARGN)
    list(APPEND commands COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_SOURCE_DIR}/translations/${locale}")
    foreach(name IN LISTS names)
      string(TOLOWER "${name}" lower)
      list(APPEND commands COMMAND Qt6::lupdate -silent -no-obsolete -locations none -target-language ${locale} -I "${CMAKE_SOURCE_DIR}/qml/Rialto"
        "${CMAKE_SOURCE_DIR}/qml/Rialto/${name}" -ts "${CMAKE_SOURCE_DIR}/translations/${locale}/${lower}.ts")
    endforeach()
    list(APPEND commands COMMAND Qt6::lupdate -silent -no-obsolete -locations none -target-language ${locale}
      "${CMAKE_SOURCE_DIR}/app" -ts "${CMAKE_SOURCE_DIR}/translations/${locale}/app.ts"
      COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${CMAKE_SOURCE_DIR}/translations/${locale}" -P "${CMAKE_SOURCE_DIR}/cmake/DropEmptyCatalogs.cmake")
  endforeach()
  add_custom_target(update_translations ${commands} VERBATIM)
endfunction()
