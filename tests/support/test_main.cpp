// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_main.h"

#include <QCoreApplication>
#if defined(RIALTO_TEST_WIDGETS)
#include <QApplication>
#elif defined(RIALTO_TEST_GUI)
#include <QGuiApplication>
#endif

namespace rialto::testing {

std::vector<std::function<std::unique_ptr<QObject>()>>& testClasses()
{
    static std::vector<std::function<std::unique_ptr<QObject>()>> classes;
    return classes;
}

} // namespace rialto::testing

int main(int argc, char** argv)
{
#if defined(RIALTO_TEST_WIDGETS)
    QApplication application(argc, argv); // QtCharts needs one
#elif defined(RIALTO_TEST_GUI)
    QGuiApplication application(argc, argv);
#else
    QCoreApplication application(argc, argv);
#endif
    if (rialto::testing::testClasses().empty())
        qFatal("no test class is entered in this executable");
    int failed = 0;
    for (const auto& make : rialto::testing::testClasses())
        failed += QTest::qExec(make().get(), argc, argv);
    return failed == 0 ? 0 : 1;
}
