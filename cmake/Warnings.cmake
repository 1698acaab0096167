# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings are errors in our own code; generated code (moc, qmlcachegen) is compiled without them.
add_library(rialto_warnings INTERFACE)
if(MSVC)
  target_compile_options(rialto_warnings INTERFACE /W4 /WX /permissive- /utf-8)
else()
  target_compile_options(rialto_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
    -Wcast-align -Woverloaded-virtual -Werror)
endif()

find_program(RIALTO_CCACHE ccache)
if(RIALTO_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Worktrees and clones share hits: paths are made relative, and precompiled headers need the sloppiness.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND};-E;env;CCACHE_BASEDIR=${CMAKE_SOURCE_DIR};CCACHE_NOHASHDIR=1;CCACHE_SLOPPINESS=pch_defines,time_macros;${RIALTO_CCACHE}")
endif()
