// SPDX-License-Identifier: GPL-3.0-or-later
#include "credentials_input.h"

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace rialto::app {

namespace {

constexpr std::size_t kLongestLine = 4096;

std::string lineFrom(int descriptor)
{
    std::string line;
    char byte = 0;
#ifdef _WIN32
    while (line.size() < kLongestLine && _read(descriptor, &byte, 1) == 1 && byte != '\n')
#else
    while (line.size() < kLongestLine && ::read(descriptor, &byte, 1) == 1 && byte != '\n')
#endif
        line += byte;
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

} // namespace

std::function<Result<Credentials>()> credentialsFrom(std::string user, int descriptor)
{
    return [user = std::move(user), descriptor]() -> Result<Credentials> {
        if (user.empty() || descriptor < 0)
            return refused("security.login-needed", "give --user NAME and --password-fd N");
        return Credentials{user, lineFrom(descriptor), [descriptor]() -> Result<std::string> { return lineFrom(descriptor); }};
    };
}

} // namespace rialto::app
