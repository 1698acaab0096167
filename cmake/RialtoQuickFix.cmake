# SPDX-License-Identifier: GPL-3.0-or-later
# rialto_uses_quickfix(target): the target's .cpp files see QuickFIX. Its headers carry dynamic exception specifications, which
# C++17 removed, so these files are C++14 and the target's own headers use the standard library only. Only rialtod links it
# (docs/adr/0086-fix.md).
find_path(QUICKFIX_INCLUDE_DIR quickfix/Session.h)
find_library(QUICKFIX_LIBRARY quickfix)
if(NOT QUICKFIX_INCLUDE_DIR OR NOT QUICKFIX_LIBRARY)
  message(FATAL_ERROR "QuickFIX is missing: scripts/setup installs it (Debian libquickfix-dev, vcpkg quickfix)")
endif()

function(rialto_uses_quickfix target)
  set_target_properties(${target} PROPERTIES CXX_STANDARD 14 UNITY_BUILD OFF)
  target_include_directories(${target} SYSTEM PRIVATE "${QUICKFIX_INCLUDE_DIR}")
  target_link_libraries(${target} PRIVATE "${QUICKFIX_LIBRARY}")
  if(NOT MSVC)
    # QuickFIX casts its fields to types that they are not; that is its own affair and the sanitizer of types would stop there.
    target_compile_options(${target} PRIVATE -Wno-deprecated -fno-sanitize=vptr)
  endif()
endfunction()
