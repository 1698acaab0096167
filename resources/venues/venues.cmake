# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles every resources/venues/*.json into the matching module: dropping a file in makes a venue profile.
file(GLOB rialto_venues CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/resources/venues/*.json")
list(SORT rialto_venues)
set(rialto_venue_texts "")
foreach(file IN LISTS rialto_venues)
  file(READ "${file}" text)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  string(APPEND rialto_venue_texts "        R\"venue(${text})venue\",\n")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/venues/venue_profile_texts.cpp" CONTENT
  "// Generated from resources/venues. Do not edit.\n#include <string_view>\n#include <vector>\nnamespace rialto::matching {\nstd::vector<std::string_view> venueProfileTexts()\n{\n    return {\n@rialto_venue_texts@    };\n}\n}\n" @ONLY)
target_sources(rialto_matching PRIVATE "${CMAKE_BINARY_DIR}/venues/venue_profile_texts.cpp")
