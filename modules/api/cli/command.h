// SPDX-License-Identifier: GPL-3.0-or-later
// The console's verbs. Each file of commands/ defines one `Command fooBarCommand();` and is found by rialto_catalog. A verb
// adds its options to the CLI11 sub-command it is given and returns the action; the action prints to the context and answers
// with an exit code: 0 ok, 1 failed, 2 usage.
#pragma once

#include "base/error.h"
#include "services/book_session.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rialto::cli {

using Json = nlohmann::ordered_json;

inline constexpr int kOk = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;

struct Context {
    std::ostream& out;
    std::ostream& err;
    BookOpener& books;
    bool json = false;       // --json: one JSON document on out, nothing else
    std::string book;        // --book DIR; empty: the demo book in the user's data folder
    std::string user;        // --user NAME, of a protected book
    int passwordDescriptor = -1; // --password-fd N; below zero: ask at the terminal
    std::optional<Credentials> credentials{}; // once they were given; wiped when the verb ends
    std::shared_ptr<Refusals> refusals{}; // of the book that the verb opened

    /// Opens the book; on failure the error is told and nothing is returned.
    std::unique_ptr<BookSession> open(BookOptions options = {});
    /// The same options with the way to ask for user and password; for verbs that open by themselves.
    BookOptions withCredentials(BookOptions options);
    Result<Credentials> login();
    /// Prints the document with --json, else the text.
    int ok(const Json& document, const std::string& text);
    /// Tells the error in the form asked for; answers kFailed.
    int fail(const Error& error);
    int fail(const std::vector<Refusal>& refusals);
};

using Action = std::function<int(Context&)>;

struct Command {
    std::vector<std::string> path;   // {"order", "place"}
    std::string summary;
    std::vector<std::string> examples; // whole command lines
    std::function<Action(CLI::App&)> setUp;
};

/// Every verb of commands/ (generated).
std::vector<Command> allCommands();

/// Parses the arguments (without the program's name) and runs the verb. Never throws.
int run(std::vector<std::string> arguments, std::ostream& out, std::ostream& err, BookOpener& books);

} // namespace rialto::cli
