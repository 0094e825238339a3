// How a node delivers notices, as its settings say.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "server/delivery/mail_server.h"

namespace vigie {

struct MailTerms {
  MailServer server;
  std::string from;
  std::string user;  // empty: nobody signs in
  std::string password;
  std::chrono::milliseconds longest{20'000};  // that one message takes
  std::string authorities = {};  // file of those who vouch for the server; empty: the machine's
};

struct DeliveryTerms {
  std::string address;                 // of the installation; empty: messages have no links
  std::string zone;                    // of people who have chosen none; empty: UTC
  std::optional<MailTerms> mail = {};  // none: no e-mail
  std::string mail_password_file = {};
  std::vector<std::string> webhook_hosts = {};  // HOST or HOST:PORT, called in any way
};

}  // namespace vigie
