// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "api/cli/password_input.h"
#include "security/sealed_stream.h"

namespace rialto::cli {

Command bookProtectCommand()
{
    return {{"book", "protect"}, "Put a lock on a book: from now on only its users get in; --user is the first one, an admin",
        {"rialtoctl book protect --user anna --book mybook", "rialtoctl book protect --user anna --name 'Anna Weber' --password-fd 3 --book mybook 3< password.txt"},
        [](CLI::App& app) -> Action {
            auto display = std::make_shared<std::string>();
            app.add_option("--name", *display, "Your name as others see it");
            return [display](Context& context) {
                if (context.user.empty())
                    return context.fail(invalid("cli.user-missing", "say who the first user is: --user NAME"));
                if (context.books.isProtected(context.book))
                    return context.fail(conflict("security.protected-already", context.book));
                auto password = readPassword(context.passwordDescriptor, context.passwordDescriptor < 0);
                if (!password)
                    return context.fail(password.error());
                SecurityDesk::NewUser admin;
                admin.name = context.user;
                admin.display = *display;
                admin.role = security::Role::Admin;
                BookOptions book;
                book.directory = context.book;
                const auto done = context.books.protect(book, admin, *password);
                security::wipe(*password);
                if (!done)
                    return context.fail(done.error());
                return context.ok({{"protected", true}, {"user", admin.name}, {"role", "admin"}},
                    "The book is protected. Only " + admin.name + " gets in; there is no way around a forgotten password, so add a second admin or keep it in a safe place.");
            };
        }};
}

} // namespace rialto::cli
