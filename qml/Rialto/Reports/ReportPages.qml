// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Reports

// The pages as they are printed.
Rectangle {
    id: sheets

    required property ReportsModel model

    color: Theme.window

    ListView {
        id: pages

        objectName: "reportPages"
        anchors.fill: parent
        anchors.margins: Theme.space4
        spacing: Theme.space4
        clip: true
        focus: true
        activeFocusOnTab: true
        model: sheets.model.pages
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Pages of the report")
        Keys.onPressed: (event) => {
            if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
                currentIndex = Math.max(0, Math.min(count - 1, currentIndex + (event.key === Qt.Key_PageDown ? 1 : -1)))
                positionViewAtIndex(currentIndex, ListView.Beginning)
                event.accepted = true
            }
        }
        T.ScrollBar.vertical: ScrollBar {}
        delegate: Item {
            id: page

            required property int index
            required property string modelData

            width: ListView.view.width
            height: sheet.height

            Image {
                id: sheet

                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(parent.width, Theme.px(820))
                height: implicitWidth > 0 ? Math.round(width * implicitHeight / implicitWidth) : 0
                source: page.modelData
                smooth: true
                mipmap: true
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Page %1").arg(page.index + 1)
            }
        }
    }
    EmptyState {
        anchors.fill: parent
        visible: pages.count === 0
        symbol: "file"
        text: sheets.model.busy ? qsTr("The report is being made") : qsTr("No report yet")
        detail: sheets.model.busy ? "" : sheets.model.ofClient ? qsTr("Choose a report, a client and a period, then show it.") : qsTr("Choose a report, then show it.")
    }
}
