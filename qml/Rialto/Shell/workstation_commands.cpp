// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done by name in the command field, and the keys that do it.
#include "workstation.h"

#include "Theme/theme.h"

namespace rialto {

void Workstation::addCommands()
{
    std::vector<Command> commands;
    for (std::size_t i = 0; i < m_workspaces.size(); ++i) {
        const char* source = m_workspaces[i].title;
        commands.push_back({Command::Kind::Workspace, [source] { return tr(source); }, i < 10 ? QStringLiteral("Ctrl+%1").arg((i + 1) % 10) : QString(), m_workspaces[i].icon,
            m_workspaces[i].id, [this, i] { setWorkspace(int(i)); }});
    }
    const auto action = [&](std::function<QString()> title, const char* shortcut, const char* icon, const char* words, std::function<void()> run) {
        commands.push_back({Command::Kind::Action, std::move(title), QLatin1String(shortcut), QLatin1String(icon), QString::fromUtf8(words), std::move(run)});
    };
    action([this] { return m_preferences.dark() ? tr("Light theme") : tr("Dark theme"); }, "Ctrl+T", "sun", "theme dark light 主题 深色 浅色",
        [this] { toggleDark(); });
    action([this] { return m_preferences.chinese() ? QStringLiteral("English") : QStringLiteral("中文"); }, "Ctrl+L", "globe",
        "language chinese english 语言 中文", [this] { toggleLanguage(); });
    const auto colours = [&](std::function<QString()> title, int scheme, const char* words) {
        action(std::move(title), "", "chart", words, [this, scheme] { m_preferences.setUpDown(scheme); });
    };
    colours([] { return tr("Colours: green up, red down"); }, theme::Theme::GreenUp, "colors colours green red 颜色 绿涨");
    colours([] { return tr("Colours: red up, green down"); }, theme::Theme::RedUp, "colors colours red green 颜色 红涨");
    colours([] { return tr("Colours: blue up, orange down"); }, theme::Theme::BlueOrange, "colors colours blue orange 颜色 蓝橙");
    action([this] { return m_status.speed() == 0 ? tr("Go on") : tr("Pause the market"); }, "Ctrl+P", "pause", "pause play speed 暂停 继续",
        [this] { m_status.togglePause(); });
    action([] { return tr("One step while paused"); }, "Ctrl+.", "step", "step 单步", [this] { m_status.step(); });
    const auto speed = [&](int index, int times) {
        action([times] { return tr("Market speed %1×").arg(times); }, "", "clock", "speed faster 速度", [this, index] { m_status.chooseSpeed(index); });
    };
    speed(1, 1);
    speed(2, 10);
    speed(3, 60);
    action([] { return tr("Larger text"); }, "Ctrl++", "plus", "zoom scale bigger 放大", [this] { stepScale(1); });
    action([] { return tr("Smaller text"); }, "Ctrl+-", "minus", "zoom scale smaller 缩小", [this] { stepScale(-1); });
    action([] { return tr("Add a symbol to the watchlist"); }, "Ctrl+D", "star", "add symbol watch 自选 添加", [this] { emit commandFieldRequested(true); });
    action([] { return tr("All keys"); }, "F1", "command", "help keyboard shortcuts 快捷键 帮助", [this] { emit cheatSheetRequested(); });
    action([] { return tr("Quit"); }, "Ctrl+Q", "close", "quit exit close 退出", [this] { emit quitRequested(); });
    m_commands.setCommands(std::move(commands));
}

QVariantList Workstation::shortcuts() const
{
    const auto entry = [](const char* keys, const QString& title) { return QVariantMap{{"keys", QString::fromUtf8(keys)}, {"title", title}}; };
    const auto group = [](const QString& title, const QVariantList& entries) { return QVariantMap{{"title", title}, {"entries", entries}}; };
    return {
        group(tr("Everywhere"),
            {
                entry("Ctrl+K", tr("Command field")),
                entry("/", tr("Command field")),
                entry("A \u2026 Z  0 \u2026 9", tr("Type a symbol or its pinyin initials")),
                entry("Ctrl+1 \u2026 9, 0", tr("Workspace")),
                entry("Ctrl+PgUp  PgDn", tr("Previous, next symbol")),
                entry("F1", tr("This sheet")),
                entry("Esc", tr("Close what is open")),
                entry("Ctrl+Q", tr("Quit")),
            }),
        group(tr("Look"),
            {
                entry("Ctrl+T", tr("Dark or light")),
                entry("Ctrl+L", tr("English or Chinese")),
                entry("Ctrl++  Ctrl+\u2212", tr("Larger, smaller text")),
            }),
        group(tr("Market"),
            {
                entry("Alt+B  Alt+S", tr("Buy, sell the current symbol")),
                entry("Ctrl+D", tr("Add a symbol to the watchlist")),
                entry("Del", tr("Take the chosen symbol off the list")),
                entry("Ctrl+P", tr("Pause or go on")),
                entry("Ctrl+.", tr("One step while paused")),
            }),
        group(tr("Tables"),
            {
                entry("\u2191 \u2193  Home  End", tr("Move")),
                entry("\u2190 \u2192", tr("Choose a column")),
                entry("Alt+\u2191  Alt+\u2193", tr("Sort by it")),
                entry("Enter", tr("Open the row")),
                entry("Ctrl+C", tr("Copy rows as a table")),
                entry("Shift+F10", tr("Menu of the row")),
            }),
        group(tr("Chart"),
            {
                entry("\u2190 \u2192", tr("Earlier, later")),
                entry("+  \u2212", tr("Zoom")),
                entry("Home  End", tr("First, newest bar")),
            }),
    };
}

} // namespace rialto
