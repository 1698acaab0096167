# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DFOLDER=translations/<locale> -P DropEmptyCatalogs.cmake: a module without words needs no file.
file(GLOB catalogs "${FOLDER}/*.ts")
foreach(catalog IN LISTS catalogs)
  file(STRINGS "${catalog}" messages REGEX "<message" LIMIT_COUNT 1)
  if(NOT messages)
    file(REMOVE "${catalog}")
  endif()
endforeach()
