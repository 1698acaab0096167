# SPDX-License-Identifier: GPL-3.0-or-later
# QuantLib::QuantLib, from QuantLib's own package file where there is one (vcpkg, builds with CMake), else by looking for it
# (Debian builds it with autotools).
find_package(QuantLib CONFIG QUIET)
if(NOT TARGET QuantLib::QuantLib)
  find_path(QuantLib_INCLUDE_DIR ql/quantlib.hpp)
  find_library(QuantLib_LIBRARY NAMES QuantLib)
  include(FindPackageHandleStandardArgs)
  find_package_handle_standard_args(QuantLib REQUIRED_VARS QuantLib_LIBRARY QuantLib_INCLUDE_DIR)
  if(QuantLib_FOUND)
    add_library(QuantLib::QuantLib UNKNOWN IMPORTED)
    set_target_properties(QuantLib::QuantLib PROPERTIES IMPORTED_LOCATION "${QuantLib_LIBRARY}"
      INTERFACE_INCLUDE_DIRECTORIES "${QuantLib_INCLUDE_DIR}")
  endif()
endif()
