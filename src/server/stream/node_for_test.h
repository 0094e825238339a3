// A whole node on a free port, for tests of what clients hear.
#pragma once

#include <memory>
#include <string>
#include <thread>

#include "server/node.h"

namespace vigie {

/// Serves on a database that others may use too, until it goes. Its first administrator is `ann`,
/// whose address is ann@nova.example.
class NodeForTest {
 public:
  static constexpr const char* password = "four blue herons";

  /// `key_file`: the same for all nodes of one database.
  NodeForTest(const DatabaseSettings& database, const std::string& key_file,
              const Limits& limits = {});
  ~NodeForTest();
  NodeForTest(const NodeForTest&) = delete;
  NodeForTest& operator=(const NodeForTest&) = delete;

  std::uint16_t port() const { return port_; }
  /// Of the database, as the node has it open.
  Installation& here() { return *here_; }
  Node& node() { return *node_; }
  /// The fields of a request by `ann`, or by whoever else signs in with `password`.
  std::string signed_in(const std::string& reference = "ann") const;

 private:
  ServingTerms terms_;  // the node reads it as long as it serves
  Log log_;
  Bell bell_;
  std::unique_ptr<Node> node_;
  Installation* here_ = nullptr;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

}  // namespace vigie
