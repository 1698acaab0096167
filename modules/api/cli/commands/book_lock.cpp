// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"

namespace rialto::cli {

Command bookLockCommand()
{
    return {{"book", "lock"}, "Lock every screen that has a protected book open, until its user's password is typed there again",
        {"rialtoctl book lock --book mybook"}, [](CLI::App&) -> Action {
            return [](Context& context) {
                const auto locked = context.books.lockScreens(context.book);
                if (!locked)
                    return context.fail(locked.error());
                return context.ok({{"locked", true}}, "Screens on this book ask for a password again; the console asks every time.");
            };
        }};
}

} // namespace rialto::cli
