# SPDX-License-Identifier: GPL-3.0-or-later
# rialto_test(name [MODULES modules...] [LINK libraries...] [GUI])
# One executable and one CTest entry from every .cpp of the current folder whose name is <anything>_test.cpp, plus helpers.
# Each *_test.cpp holds one QObject with test slots and ends in RIALTO_TEST(Class) (tests/support/test_main.h).
function(rialto_test name)
  cmake_parse_arguments(ARG "GUI" "" "MODULES;LINK;SOURCES;LABELS" ${ARGN})
  if(NOT ARG_SOURCES)
    file(GLOB ARG_SOURCES CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  endif()
  list(TRANSFORM ARG_MODULES PREPEND rialto_)
  add_executable(test_${name} ${ARG_SOURCES} "${CMAKE_SOURCE_DIR}/tests/support/test_main.cpp")
  set_target_properties(test_${name} PROPERTIES AUTOMOC ON)
  target_include_directories(test_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_compile_definitions(test_${name} PRIVATE RIALTO_SHARED_DATA="${RIALTO_SHARED_DATA}" RIALTO_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    RIALTO_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  target_link_libraries(test_${name} PRIVATE ${ARG_MODULES} ${ARG_LINK} Qt6::Test rialto_warnings)
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8")
  if(ARG_LABELS)
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}")
  endif()
endfunction()
