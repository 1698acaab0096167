// SPDX-License-Identifier: GPL-3.0-or-later
// What rialtod was asked for on its command line. A value.
#pragma once

#include "api/fix/fix_terms.h"
#include "net/fix/session_engine.h"
#include "services/book_session.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rialto::app {

struct ServerOptions {
    BookOptions book;
    int speed = 1;
    bool json = false;
    bool verbose = false;

    std::optional<std::uint16_t> fixPort; // 0: any free one
    std::string fixAddress = "127.0.0.1";
    fix::FixVersion fixVersion = fix::FixVersion::Fix44;
    std::string fixCompId = "RIALTO";
    std::string fixCounterparty = "CLIENT";
    std::string fixAccount;
    std::string fixDictionary;            // a folder
    fix::ResetRule fixReset = fix::ResetRule::Auto;
};

/// Nothing to run: print `text` and leave with `code` (help, version, or a wrong option).
struct ServerExit {
    int code = 0;
    std::string text;
};

/// True when the program shall run.
bool readServerOptions(const std::vector<std::string>& arguments, ServerOptions& options, ServerExit& exit);

} // namespace rialto::app
