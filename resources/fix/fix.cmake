# SPDX-License-Identifier: GPL-3.0-or-later
# The table of FIX messages inside rialtod, as :/rialto/fix/dictionary.txt.
qt_add_resources(rialtod fix_dictionaries PREFIX /rialto/fix BASE "${CMAKE_SOURCE_DIR}/resources/fix" FILES "${CMAKE_SOURCE_DIR}/resources/fix/dictionary.txt")
