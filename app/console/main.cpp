// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/command.h"
#include "composition.h"

#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

int main(int argc, char** argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    // Only pages need fonts, and fonts need a GUI application; a console has no display.
    const bool paints = std::any_of(arguments.begin(), arguments.end(), [](const std::string& word) { return word == "report" || word == "propose" || word.rfind("--invoices", 0) == 0 || word.rfind("--report", 0) == 0; });
    if (paints && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    std::unique_ptr<QCoreApplication> application;
    if (paints)
        application = std::make_unique<QGuiApplication>(argc, argv);
    else
        application = std::make_unique<QCoreApplication>(argc, argv);
    rialto::app::Composition composition;
    return rialto::cli::run(arguments, std::cout, std::cerr, composition);
}
