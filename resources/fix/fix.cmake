# SPDX-License-Identifier: GPL-3.0-or-later
# The FIX data dictionaries of quickfixengine.org (resources/fix/COPYING.quickfix) inside rialtod, as :/rialto/fix/<name>.xml.
qt_add_resources(rialtod fix_dictionaries PREFIX /rialto/fix BASE "${CMAKE_SOURCE_DIR}/resources/fix"
  FILES "${CMAKE_SOURCE_DIR}/resources/fix/FIX42.xml" "${CMAKE_SOURCE_DIR}/resources/fix/FIX44.xml"
    "${CMAKE_SOURCE_DIR}/resources/fix/FIX50SP2.xml" "${CMAKE_SOURCE_DIR}/resources/fix/FIXT11.xml")
