// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/password_input.h"

#include <cstdio>
#include <iostream>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace rialto::cli {

namespace {

constexpr std::size_t kLongestPassword = 4096;
constexpr std::size_t kLeastPassword = 15; // NIST SP 800-63B-4, 3.1.1.2, for a password that is the only factor

#ifdef _WIN32
int readByte(int descriptor, char* byte) { return _read(descriptor, byte, 1); }

class Silence {
public:
    Silence() : m_console(GetStdHandle(STD_INPUT_HANDLE)), m_on(GetConsoleMode(m_console, &m_before) != 0)
    {
        if (m_on)
            SetConsoleMode(m_console, m_before & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~Silence()
    {
        if (m_on)
            SetConsoleMode(m_console, m_before);
    }
    bool on() const { return m_on; }

private:
    HANDLE m_console;
    DWORD m_before = 0;
    bool m_on;
};
constexpr int kTerminal = 0;
#else
int readByte(int descriptor, char* byte) { return static_cast<int>(::read(descriptor, byte, 1)); }

class Silence {
public:
    Silence() : m_on(tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        if (m_on)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Silence()
    {
        if (m_on)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    bool on() const { return m_on; }

private:
    termios m_before{};
    bool m_on;
};
constexpr int kTerminal = STDIN_FILENO;
#endif

std::string readLine(int descriptor)
{
    std::string line;
    char byte = 0;
    while (line.size() < kLongestPassword && readByte(descriptor, &byte) == 1 && byte != '\n')
        line += byte;
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

} // namespace

Result<std::string> readPassword(int descriptor, bool twice)
{
    std::string password;
    if (descriptor >= 0) {
        password = readLine(descriptor);
    } else {
        const Silence silence;
        if (!silence.on())
            return invalid("cli.password-missing", "there is no terminal to ask at; give --password-fd N");
        std::cerr << "Password: " << std::flush;
        password = readLine(kTerminal);
        std::cerr << '\n';
        if (twice) {
            std::cerr << "Again: " << std::flush;
            const bool same = readLine(kTerminal) == password;
            std::cerr << '\n';
            if (!same)
                return invalid("cli.password-differs", "the two passwords are not the same");
        }
    }
    if (password.empty())
        return invalid("cli.password-missing", "the password is empty");
    if (twice && password.size() < kLeastPassword)
        return invalid("cli.password-short", "take at least 15 characters; a sentence is good");
    return password;
}

Result<std::string> readCode(int descriptor)
{
    std::string code;
    if (descriptor >= 0) {
        code = readLine(descriptor);
    } else {
        std::cerr << "One-time code: " << std::flush;
        code = readLine(kTerminal);
    }
    if (code.empty())
        return invalid("cli.password-missing", "the one-time code is empty; it is the second line of --password-fd");
    return code;
}

} // namespace rialto::cli
