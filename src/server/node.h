// One running program: all that stands behind its routes.
#pragma once

#include <atomic>
#include <memory>

#include "server/api/import/import_file_reader.h"
#include "server/board/board_routes.h"
#include "server/delivery/post_office.h"
#include "server/document_reader.h"
#include "server/figures/closure_text.h"
#include "server/identity/openid/offer.h"
#include "server/log.h"
#include "server/probes.h"
#include "server/reception.h"
#include "server/serving.h"
#include "server/stream/journal_follower.h"
#include "server/transport/http_server.h"
#include "server/warning/rota_reader.h"
#include "store/journal/seal_hints.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/figures/questions.h"
#include "usecase/identity/gate.h"
#include "usecase/identity/identity.h"
#include "usecase/job/job_runner.h"
#include "usecase/operation/kept_zones.h"
#include "usecase/source/settling.h"
#include "usecase/upkeep.h"
#include "usecase/warning/timekeeper.h"

namespace vigie {

/// Each part is made after those that it stands on, and ends before them.
class Node {
 public:
  /// `bell` is rung when something was sealed.
  Node(const ServingTerms& terms, Log& log, Bell& bell, std::unique_ptr<OpenedInstallation> opened,
       std::unique_ptr<KeptZones> zones);
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;

  HttpServer& server() { return server_; }

 private:
  std::string metrics_page() const;
  JobWorks works(const Limits& limits);
  WarningParts warnings() { return {opened_->here(), shelf_, rotas_}; }

  Log& log_;
  std::unique_ptr<OpenedInstallation> opened_;
  Identity identity_;
  Gate gate_;
  std::unique_ptr<OpenidOffer> openid_;  // none: nobody signs in elsewhere
  YamlDocumentReader documents_;
  std::unique_ptr<KeptZones> kept_zones_;
  KeptZones& zones_;
  TermsShelf shelf_;
  IcalendarRotaReader rota_reader_;
  RotaShelf rotas_;
  ImportFileReader import_reader_;
  Questions questions_;
  JsonClosureText closures_;
  Streams streams_;
  BoardParts board_;
  Gauges gauges_;
  AlertSettling settling_;
  Reception reception_;
  HttpServer server_;
  JobRunner jobs_;
  PostOffice post_office_;
  Timekeeper timekeeper_;
  JournalFollower follower_;
  std::unique_ptr<SealHints> hints_;  // none on SQLite
  Upkeep upkeep_;
};

}  // namespace vigie
