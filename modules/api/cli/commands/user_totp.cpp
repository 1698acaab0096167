// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_verbs.h"

namespace rialto::cli {

namespace {

struct FactorOptions {
    std::string confirm;
    bool drop = false;
    std::string of;
    std::string code;
};

int begin(Context& context, SecurityDesk& desk)
{
    const auto secret = desk.beginSecondFactor();
    if (!secret)
        return context.fail(secret.error());
    const std::string uri = security::otpauthUri(context.user, *secret);
    return context.ok({{"secret", security::toBase32(*secret)}, {"uri", uri}, {"confirmed", false}},
        "Put this into the authenticator app, then give its code to 'user totp --confirm CODE':\n  secret " + security::toBase32(*secret) + "\n  " + uri);
}

int confirm(Context& context, SecurityDesk& desk, const std::string& code)
{
    const auto codes = desk.confirmSecondFactor(code);
    if (!codes)
        return context.fail(codes.error());
    std::string text = "From now on a code is asked for too. Keep these away from this machine; each opens once when the telephone is lost:";
    for (const auto& each : *codes)
        text += "\n  " + each;
    return context.ok({{"confirmed", true}, {"recoveryCodes", *codes}}, text);
}

} // namespace

Command userTotpCommand()
{
    return {{"user", "totp"}, "A second factor: begin, confirm by a code of the app, or drop it",
        {"rialtoctl user totp --user anna --book mybook", "rialtoctl user totp --confirm 123456 --user anna", "rialtoctl user totp --drop --code 123456 --user anna",
            "rialtoctl user totp --drop --of bob --user anna"},
        [](CLI::App& app) -> Action {
            auto options = std::make_shared<FactorOptions>();
            app.add_option("--confirm", options->confirm, "A code that the app shows for the new secret");
            app.add_flag("--drop", options->drop, "Take the second factor away");
            app.add_option("--of", options->of, "With --drop: of another user, who lost the telephone");
            app.add_option("--code", options->code, "With --drop, for your own: a code that has not been used, or a recovery code");
            return [options](Context& context) {
                return withDesk(context, [&](BookSession&, SecurityDesk& desk) {
                    if (options->drop) {
                        const std::string who = options->of.empty() ? context.user : options->of;
                        if (const auto done = desk.dropSecondFactor(who, options->code); !done)
                            return context.fail(done.error());
                        return context.ok({{"user", who}, {"secondFactor", false}}, who + " shows a password only.");
                    }
                    return options->confirm.empty() ? begin(context, desk) : confirm(context, desk, options->confirm);
                });
            };
        }};
}

} // namespace rialto::cli
