// SPDX-License-Identifier: GPL-3.0-or-later
// ChartDrawings: what the user drew on the chart of one instrument, with undo. GUI thread. `state` is what has to be remembered
// with the instrument; `setState` begins anew and forgets what could be undone.
#pragma once

#include "drawing.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace rialto::charts {

class ChartDrawings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int selected READ selected WRITE select NOTIFY selectedChanged)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    Q_PROPERTY(QString selectedText READ selectedText NOTIFY changed)
    Q_PROPERTY(bool selectedIsText READ selectedIsText NOTIFY selectedChanged)

public:
    static constexpr std::size_t most = 500;

    explicit ChartDrawings(QObject* parent = nullptr) : QObject(parent) {}

    const std::vector<Drawing>& drawings() const { return m_drawings; }
    int count() const { return int(m_drawings.size()); }
    int selected() const { return m_selected; }
    void select(int id);
    bool canUndo() const { return !m_before.empty(); }
    bool canRedo() const { return !m_after.empty(); }
    QString selectedText() const;
    bool selectedIsText() const;

    /// The id; 0 when there are too many already. It is selected.
    int add(Drawing drawing);
    /// Moves while the mouse is down: one step of undo from `beginMove` to `endMove`.
    void beginMove();
    void setPoints(int id, std::vector<DrawingPoint> points);
    void endMove();

    Q_INVOKABLE void setText(int id, const QString& text);
    Q_INVOKABLE void setColour(int id, int colour);
    Q_INVOKABLE void remove(int id);
    Q_INVOKABLE void clear();
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

    QVariantList state() const;
    void setState(const QVariantList& state);

signals:
    /// Paint.
    void changed();
    void selectedChanged();
    /// What has to be remembered is different.
    void stateChanged();

private:
    Drawing* find(int id);
    void remember();
    void tell();

    std::vector<Drawing> m_drawings;
    std::vector<std::vector<Drawing>> m_before, m_after;
    std::vector<Drawing> m_moveFrom;
    int m_selected = 0;
    int m_lastId = 0;
};

} // namespace rialto::charts
