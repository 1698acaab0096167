// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "credentials_input.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace rialto::app {

namespace {

constexpr char kExamples[] = R"(Examples:
  rialtod --demo --fix-acceptor 9878 --fix-version FIX.4.4 --fix-comp-id RIALTO --fix-counterparty CLIENT
  rialtod --book ~/books/mine --speed 10

It prints one line when it is ready, and ends cleanly on Ctrl+C. docs/howto/fix.md tells how to trade over FIX.
This product includes software developed by quickfixengine.org (http://www.quickfixengine.org/).)";

} // namespace

bool readServerOptions(const std::vector<std::string>& arguments, ServerOptions& options, ServerExit& exit)
{
    CLI::App app("Rialto without a screen: a book, the exchange in a box, and a FIX gateway to it.", "rialtod");
    app.footer(kExamples);
    bool demo = false;
    int port = -1;
    std::string faults;
    std::string version = "FIX.4.4";
    std::string reset = "auto";
    std::string user;
    int descriptor = -1;
    app.add_flag("--demo", demo, "Open the demo book (the default)");
    app.add_option("--book", options.book.directory, "Open the book in this folder; a folder without one gets a new demo book")->type_name("DIR");
    app.add_option("--user", user, "Of a protected book: on whose behalf it trades")->type_name("NAME");
    app.add_option("--password-fd", descriptor, "Of a protected book: read the password (and on a second line the one-time code) from this open descriptor")->type_name("N");
    app.add_option("--seed", options.book.seed, "Seed of the market of a new demo book")->type_name("N");
    app.add_option("--speed", options.speed, "How many times faster than real time the market runs; 0 pauses")->type_name("N")->check(CLI::Range(0, 10'000));
    app.add_option("--faults", faults, "A bad line to the broker on purpose, per mille: drop=50,duplicate=20,delay=100,reorder=50,disconnect=5,restart=1")->type_name("RATES");
    app.add_option("--fault-seed", options.book.faultSeed, "Repeats the same faults")->type_name("N")->capture_default_str();
    app.add_flag("--json", options.json, "Say what happens as one JSON object a line");
    app.add_flag("--verbose", options.verbose, "Tell the events of the FIX sessions on stderr");
    app.add_option("--fix-acceptor", port, "Accept FIX clients on this port; 0 takes a free one")->type_name("PORT")->check(CLI::Range(0, 65'535));
    app.add_option("--fix-address", options.fixAddress, "Address to listen on; anything but the loopback is open to the network, without encryption")->type_name("IP")->capture_default_str();
    app.add_option("--fix-version", version, "FIX.4.2, FIX.4.4 or FIX.5.0SP2")->capture_default_str()->check(CLI::IsMember({"FIX.4.2", "FIX.4.4", "FIX.5.0SP2"}));
    app.add_option("--fix-comp-id", options.fixCompId, "Our CompID")->type_name("ID")->capture_default_str();
    app.add_option("--fix-counterparty", options.fixCounterparty, "The client's CompID; with the version's digits behind it (TW44) it is a second session")->type_name("ID")->capture_default_str();
    app.add_option("--fix-account", options.fixAccount, "Account that FIX orders are for; without it one is made, with play money")->type_name("NUMBER");
    app.add_option("--fix-reset", reset, "When a Logon begins the numbers anew: asked (141=Y only), auto (also a Logon numbered 1, or one that does not continue after an orderly Logout), always")
        ->capture_default_str()->check(CLI::IsMember({"asked", "auto", "always"}));
    app.add_option("--fix-dictionary", options.fixDictionary, "Folder with FIX42.xml, FIX44.xml, FIX50SP2.xml and FIXT11.xml to use instead of ours")->type_name("DIR")->check(CLI::ExistingDirectory);
    app.set_version_flag("--version", std::string("rialtod " RIALTO_VERSION));
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
        app.parse(std::move(reversed));
        if (demo && !options.book.directory.empty())
            throw CLI::ValidationError("--demo", "opens the demo book, --book another one: choose");
        const auto rates = parseFaultRates(faults);
        if (!rates)
            throw CLI::ValidationError("--faults", rates.error().detail);
        options.book.faults = *rates;
    } catch (const CLI::CallForHelp&) {
        exit = {0, app.help()};
        return false;
    } catch (const CLI::CallForVersion& shown) {
        exit = {0, std::string(shown.what()) + "\n"};
        return false;
    } catch (const CLI::ParseError& wrong) {
        exit = {2, std::string("rialtod: ") + wrong.what() + " (rialtod --help)\n"};
        return false;
    }
    options.book.program = "rialtod";
    options.book.credentials = credentialsFrom(user, descriptor);
    if (port >= 0)
        options.fixPort = static_cast<std::uint16_t>(port);
    options.fixVersion = fix::parseFixVersion(version).valueOr(fix::FixVersion::Fix44);
    options.fixReset = reset == "asked" ? fix::ResetRule::WhenAsked : reset == "always" ? fix::ResetRule::Always : fix::ResetRule::Auto;
    return true;
}

} // namespace rialto::app
