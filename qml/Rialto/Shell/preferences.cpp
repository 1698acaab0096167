// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences.h"

#include "Theme/theme.h"

#include <QLocale>

namespace rialto {
namespace {

constexpr char kDark[] = "look/dark";
constexpr char kLanguage[] = "look/language";
constexpr char kUpDown[] = "look/upDown";
constexpr char kScale[] = "look/scale";
constexpr char kSize[] = "window/size";
constexpr char kMaximised[] = "window/maximised";
constexpr char kPrivacy[] = "look/privacy";
constexpr char kLockMinutes[] = "security/lockMinutes";
constexpr QSize kSmallest{960, 600};

QString settingsFile(const QString& file)
{
    return file.isEmpty() ? QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Rialto"), QStringLiteral("workstation")).fileName() : file;
}

} // namespace

Preferences::Preferences(const QString& file, QObject* parent) : QObject(parent), m_settings(settingsFile(file), QSettings::IniFormat)
{
    m_dark = m_settings.value(QLatin1String(kDark), true).toBool();
    const QString language = m_settings.value(QLatin1String(kLanguage)).toString();
    const bool chinese = language.isEmpty() ? QLocale::system().language() == QLocale::Chinese : language == QLatin1String("zh");
    m_language = chinese ? UiLanguage::Chinese : UiLanguage::English;
    m_upDown = m_settings.value(QLatin1String(kUpDown), -1).toInt();
    m_scale = m_settings.value(QLatin1String(kScale), 1.0).toDouble();
    m_windowSize = m_settings.value(QLatin1String(kSize), m_windowSize).toSize().expandedTo(kSmallest);
    m_maximised = m_settings.value(QLatin1String(kMaximised), false).toBool();
    m_privacy = m_settings.value(QLatin1String(kPrivacy), false).toBool();
    m_lockMinutes = qBound(0, m_settings.value(QLatin1String(kLockMinutes), m_lockMinutes).toInt(), 24 * 60);
}

void Preferences::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    m_settings.setValue(QLatin1String(kDark), dark);
    emit darkChanged();
}

void Preferences::setPrivacy(bool privacy)
{
    if (privacy == m_privacy)
        return;
    m_privacy = privacy;
    m_settings.setValue(QLatin1String(kPrivacy), privacy);
    emit privacyChanged();
}

void Preferences::setLockMinutes(int minutes)
{
    m_lockMinutes = qBound(0, minutes, 24 * 60);
    m_settings.setValue(QLatin1String(kLockMinutes), m_lockMinutes);
}

void Preferences::setLanguage(UiLanguage language)
{
    if (language == m_language)
        return;
    m_language = language;
    m_settings.setValue(QLatin1String(kLanguage), chinese() ? QStringLiteral("zh") : QStringLiteral("en"));
    emit languageChanged();
    if (m_upDown < 0)
        emit upDownChanged();
}

int Preferences::upDown() const
{
    if (m_upDown >= theme::Theme::GreenUp && m_upDown <= theme::Theme::BlueOrange)
        return m_upDown;
    return chinese() ? theme::Theme::RedUp : theme::Theme::GreenUp;
}

void Preferences::setUpDown(int scheme)
{
    if (scheme == m_upDown)
        return;
    m_upDown = scheme;
    m_settings.setValue(QLatin1String(kUpDown), scheme);
    emit upDownChanged();
}

void Preferences::setScale(double scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    m_settings.setValue(QLatin1String(kScale), scale);
    emit scaleChanged();
}

void Preferences::setWindowSize(const QSize& size)
{
    if (size == m_windowSize || size.width() < kSmallest.width() || size.height() < kSmallest.height())
        return;
    m_windowSize = size;
    m_settings.setValue(QLatin1String(kSize), size);
    emit windowSizeChanged();
}

void Preferences::setMaximised(bool maximised)
{
    if (maximised == m_maximised)
        return;
    m_maximised = maximised;
    m_settings.setValue(QLatin1String(kMaximised), maximised);
    emit windowSizeChanged();
}

} // namespace rialto
