# SPDX-License-Identifier: GPL-3.0-or-later
# XlsxWriter::XlsxWriter. vcpkg brings unofficial-libxlsxwriter; Debian has no package file for CMake.
find_package(unofficial-libxlsxwriter CONFIG QUIET)
if(TARGET unofficial::libxlsxwriter::libxlsxwriter)
  add_library(XlsxWriter::XlsxWriter INTERFACE IMPORTED)
  target_link_libraries(XlsxWriter::XlsxWriter INTERFACE unofficial::libxlsxwriter::libxlsxwriter)
else()
  find_path(XlsxWriter_INCLUDE_DIR xlsxwriter.h)
  find_library(XlsxWriter_LIBRARY NAMES xlsxwriter)
  if(NOT XlsxWriter_INCLUDE_DIR OR NOT XlsxWriter_LIBRARY)
    message(FATAL_ERROR "libxlsxwriter is missing: scripts/setup installs it (Debian libxlsxwriter-dev, vcpkg libxlsxwriter)")
  endif()
  add_library(XlsxWriter::XlsxWriter UNKNOWN IMPORTED)
  set_target_properties(XlsxWriter::XlsxWriter PROPERTIES IMPORTED_LOCATION "${XlsxWriter_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${XlsxWriter_INCLUDE_DIR}")
endif()
