// SPDX-License-Identifier: GPL-3.0-or-later
// Preferences: how the user likes the workstation, kept in the user's configuration and written at once. GUI thread.
#pragma once

#include "Feed/format.h"

#include <QObject>
#include <QSettings>
#include <QSize>
#include <QStringList>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace rialto {

class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY darkChanged)
    Q_PROPERTY(bool chinese READ chinese NOTIFY languageChanged)
    Q_PROPERTY(int upDown READ upDown WRITE setUpDown NOTIFY upDownChanged)
    Q_PROPERTY(double scale READ scale WRITE setScale NOTIFY scaleChanged)
    Q_PROPERTY(QSize windowSize READ windowSize WRITE setWindowSize NOTIFY windowSizeChanged)
    Q_PROPERTY(bool privacy READ privacy WRITE setPrivacy NOTIFY privacyChanged)
    Q_PROPERTY(bool maximised READ maximised WRITE setMaximised NOTIFY windowSizeChanged)

public:
    /// `file` empty: the place the system gives for the user's settings. A path is for tests and tours.
    explicit Preferences(const QString& file = {}, QObject* parent = nullptr);

    bool dark() const { return m_dark; }
    void setDark(bool dark);
    UiLanguage language() const { return m_language; }
    void setLanguage(UiLanguage language);
    bool chinese() const { return m_language == UiLanguage::Chinese; }
    /// A Theme.UpDownScheme. Until the user chooses, red is up in Chinese and green is up otherwise.
    int upDown() const;
    void setUpDown(int scheme);
    double scale() const { return m_scale; }
    void setScale(double scale);
    QSize windowSize() const { return m_windowSize; }
    void setWindowSize(const QSize& size);
    bool maximised() const { return m_maximised; }
    void setMaximised(bool maximised);

    /// Amounts of money are hidden; shares and prices stay.
    bool privacy() const { return m_privacy; }
    void setPrivacy(bool privacy);
    /// Minutes without a touch before a protected book locks; 0: never.
    int lockMinutes() const { return m_lockMinutes; }
    void setLockMinutes(int minutes);

    QVariant value(const QString& key) const { return m_settings.value(key); }
    void setValue(const QString& key, const QVariant& value) { m_settings.setValue(key, value); }

signals:
    void darkChanged();
    void languageChanged();
    void upDownChanged();
    void scaleChanged();
    void windowSizeChanged();
    void privacyChanged();

private:
    QSettings m_settings;
    bool m_dark = true;
    UiLanguage m_language = UiLanguage::English;
    int m_upDown = -1;
    double m_scale = 1.0;
    QSize m_windowSize{1440, 900};
    bool m_maximised = false;
    bool m_privacy = false;
    int m_lockMinutes = 10;
};

} // namespace rialto
