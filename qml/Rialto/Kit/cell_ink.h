// SPDX-License-Identifier: GPL-3.0-or-later
// CellInk: gives a table's cell its colours. A binding that returns a colour makes a JavaScript object each time, and a table
// changes hundreds of them a second; this writes them from C++. GUI thread.
#pragma once

#include "Theme/theme.h"

#include <QMetaProperty>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace rialto::kit {

class CellInk : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QObject* theme READ theme WRITE setTheme NOTIFY changed)
    Q_PROPERTY(QObject* label READ label WRITE setLabel NOTIFY changed) ///< the text
    Q_PROPERTY(QObject* wash READ wash WRITE setWash NOTIFY changed)    ///< what lights up when the value moved
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY changed)         ///< a TableColumn::Kind
    Q_PROPERTY(int tone READ tone WRITE setTone NOTIFY changed)         ///< a Theme.Tone
    Q_PROPERTY(int flash READ flash WRITE setFlash NOTIFY changed)      ///< 1 up, -1 down, 0 none

public:
    using QObject::QObject;

    QObject* theme() const { return m_theme; }
    void setTheme(QObject* theme);
    QObject* label() const { return m_label.object; }
    void setLabel(QObject* label);
    QObject* wash() const { return m_wash.object; }
    void setWash(QObject* wash);
    int kind() const { return m_kind; }
    void setKind(int kind);
    int tone() const { return m_tone; }
    void setTone(int tone);
    int flash() const { return m_flash; }
    void setFlash(int flash);

signals:
    void changed();

private:
    struct Target {
        QPointer<QObject> object;
        QMetaProperty color;
        void set(QObject* to);
        void paint(const QColor& ink) const;
    };
    void paintLabel() const;
    void paintWash() const;

    QPointer<theme::Theme> m_theme;
    Target m_label, m_wash;
    int m_kind = 0;
    int m_tone = 0;
    int m_flash = 0;
};

} // namespace rialto::kit
