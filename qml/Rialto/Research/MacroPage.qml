// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts
import Rialto.Research

// Series of statistics: several in one chart, as known now or on a day, and the vintages of the first.
FocusScope {
    id: page

    required property ResearchModel model

    ListView {
        id: list

        objectName: "seriesList"
        x: Theme.space2
        y: Theme.space2
        width: Theme.px(280)
        height: parent.height - y
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: page.model.series
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Series")
        Keys.onSpacePressed: page.model.toggleSeries(currentIndex)
        Keys.onReturnPressed: page.model.toggleSeries(currentIndex)
        T.ScrollBar.vertical: ScrollBar {}

        delegate: Rectangle {
            id: item

            required property int index
            required property var modelData

            width: ListView.view.width
            height: Theme.px(42)
            radius: Theme.radius
            color: (ListView.isCurrentItem && list.activeFocus) || hover.hovered ? Theme.hover : "transparent"
            Accessible.role: Accessible.CheckBox
            Accessible.name: modelData.title

            Rectangle {
                x: Theme.space2
                y: Theme.px(8)
                width: Theme.px(10)
                height: width
                radius: 2
                color: item.modelData.chosen ? Theme.seriesColour(item.modelData.colour) : "transparent"
                border.color: Theme.lineStrong
                border.width: item.modelData.chosen ? 0 : 1
            }
            Label { x: Theme.px(28); y: Theme.px(4); width: parent.width - x - Theme.space2; text: item.modelData.title; font: item.modelData.chosen ? Theme.strongFont : Theme.bodyFont }
            Label { x: Theme.px(28); y: Theme.px(22); width: parent.width - x - Theme.space2; text: item.modelData.detail; font: Theme.smallFont; muted: true }
            HoverHandler { id: hover }
            TapHandler { onTapped: { list.currentIndex = item.index; page.model.toggleSeries(item.index) } }
        }
    }
    FormRow {
        id: known

        anchors.left: list.right
        anchors.leftMargin: Theme.space4
        y: Theme.space2
        width: Theme.px(280)
        labelWidth: Theme.px(110)
        label: qsTr("As known on")

        TextField {
            objectName: "macroAsKnown"
            label: qsTr("As known on")
            placeholderText: qsTr("now, or YYYY-MM-DD")
            value: page.model.asKnown
            onEditingFinished: page.model.asKnown = text
        }
    }
    LineChart {
        objectName: "macroChart"
        anchors.left: list.right
        anchors.right: parent.right
        anchors.top: known.bottom
        anchors.margins: Theme.space2
        height: Math.round(page.height * 0.58)
        label: qsTr("Chosen series")
        times: page.model.seriesTimes
        lines: page.model.seriesLines
        digits: 2
        emptyText: qsTr("Choose a series at the left")
    }
    PlainTable {
        objectName: "vintageTable"
        anchors.left: list.right
        anchors.leftMargin: Theme.space2
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.round(page.height * 0.42) - known.height - 3 * Theme.space2
        label: qsTr("Values and vintages of the first series")
        header: [qsTr("Period"), qsTr("Value"), qsTr("Known from")]
        rows: page.model.observationRows
        columnWidth: Theme.px(140)
    }
}
