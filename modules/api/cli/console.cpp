// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"

#include "api/cli/password_input.h"
#include "security/sealed_stream.h"

#include <algorithm>
#include <exception>
#include <ostream>

namespace rialto::cli {

std::unique_ptr<BookSession> Context::open(BookOptions options)
{
    options.directory = book;
    auto session = books.open(withCredentials(std::move(options)));
    if (!session) {
        fail(session.error());
        return nullptr;
    }
    refusals = (*session)->services().refusals();
    return std::move(*session);
}

BookOptions Context::withCredentials(BookOptions options)
{
    options.program = "rialtoctl";
    options.credentials = [this] { return login(); };
    return options;
}

// A verb may open a book twice; it asks once.
Result<Credentials> Context::login()
{
    if (!credentials) {
        if (user.empty())
            return invalid("cli.user-missing", "this book is protected: give --user NAME, and the password at the terminal or by --password-fd N");
        auto password = readPassword(passwordDescriptor, false);
        if (!password)
            return password.error();
        credentials = Credentials{user, std::move(*password), [descriptor = passwordDescriptor] { return readCode(descriptor); }};
    }
    return *credentials;
}

int Context::ok(const Json& document, const std::string& text)
{
    // What the guard left out must not look like an empty book.
    if (const auto left = refusals ? refusals->take() : std::nullopt)
        return fail(*left);
    if (json)
        out << document.dump(2) << '\n';
    else
        out << text << (text.empty() || text.back() == '\n' ? "" : "\n");
    return kOk;
}

int Context::fail(const Error& given)
{
    // Why there is no answer, where the guard left something out.
    const auto left = refusals ? refusals->take() : std::nullopt;
    const Error& error = left && given.code == "cli.no-answer" ? *left : given;
    if (json)
        out << Json{{"error", {{"kind", name(error.kind)}, {"code", error.code}, {"detail", error.detail}}}}.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        err << "rialtoctl: " << error.text() << '\n';
    return kFailed;
}

int Context::fail(const std::vector<Refusal>& all)
{
    Json list = Json::array();
    for (const auto& refusal : all) {
        list.push_back({{"code", refusal.code}, {"detail", refusal.detail}});
        if (!json)
            err << "rialtoctl: refused: " << refusal.code << (refusal.detail.empty() ? "" : ": ") << refusal.detail << '\n';
    }
    if (json)
        out << Json{{"refused", list}}.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return kFailed;
}

namespace {

CLI::App* childNamed(CLI::App& parent, const std::string& name)
{
    for (CLI::App* child : parent.get_subcommands([](CLI::App*) { return true; }))
        if (child->get_name() == name)
            return child;
    return nullptr;
}

CLI::App* childOf(CLI::App& parent, const std::string& name)
{
    if (CLI::App* child = childNamed(parent, name))
        return child;
    CLI::App* child = parent.add_subcommand(name);
    child->require_subcommand(0);
    return child;
}

std::string groupSummary(const std::string& group)
{
    return "The verbs of '" + group + "'; try 'rialtoctl " + group + " --help'";
}

} // namespace

int run(std::vector<std::string> arguments, std::ostream& out, std::ostream& err, BookOpener& books)
{
    CLI::App app{"Rialto's console: every capability of the workstation, for scripts", "rialtoctl"};
    app.require_subcommand(1);
    app.fallthrough();
    Context context{out, err, books, false, {}, {}};
    app.add_flag("--json", context.json, "Print one JSON document for machines");
    app.add_option("--user", context.user, "Who you are, where the book is protected");
    app.add_option("--password-fd", context.passwordDescriptor, "Read your password (and on a second line the one-time code) from this open descriptor; default: ask");
    app.add_option("--book", context.book, "The book's folder (default: the demo book in your data folder)");

    int code = kUsage;
    for (const auto& command : allCommands()) {
        CLI::App* at = &app;
        for (std::size_t i = 0; i < command.path.size(); ++i) {
            at = childOf(*at, command.path[i]);
            at->fallthrough();
            if (i + 1 < command.path.size()) {
                // A verb may have verbs below it (import FILE, import bars FILE): then it needs none of them.
                if (at->get_footer().empty())
                    at->require_subcommand(1);
                if (at->get_description().empty())
                    at->description(groupSummary(command.path[i]));
            }
        }
        at->description(command.summary);
        at->require_subcommand(0, 1);
        std::string footer;
        for (const auto& example : command.examples)
            footer += (footer.empty() ? "Examples:\n  " : "  ") + example + "\n";
        at->footer(footer);
        auto action = std::make_shared<Action>(command.setUp(*at));
        at->callback([&code, &context, action, at] {
            if (at->get_subcommands().empty())
                code = (*action)(context);
            // A verb that read nothing because it may not must not end as if there were nothing.
            if (const auto left = code == kOk && context.refusals ? context.refusals->take() : std::nullopt)
                code = context.fail(*left);
        });
    }
    // "bars SPY" is short for "bars show SPY".
    if (arguments.size() > 1 && arguments[0] == "bars" && !arguments[1].empty() && arguments[1][0] != '-' && childNamed(*childOf(app, "bars"), arguments[1]) == nullptr)
        arguments.insert(arguments.begin() + 1, "show");
    std::reverse(arguments.begin(), arguments.end()); // CLI11 takes them last first
    const struct Wiper {
        Context& context;
        ~Wiper()
        {
            if (context.credentials)
                security::wipe(context.credentials->password);
        }
    } wiper{context};
    try {
        app.parse(arguments);
    } catch (const CLI::ParseError& error) {
        const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success); // --help
        app.exit(error, out, err);
        return asked ? kOk : kUsage;
    } catch (const std::exception& error) {
        return context.fail(unavailable("cli.unexpected", error.what()));
    }
    return code;
}

} // namespace rialto::cli
