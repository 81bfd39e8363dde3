// A QuickFIX C++ engine to be talked to: the judge of our judge, and a peer of our own engine.
//
//   quickfix-peer acceptor  --port N [options]
//   quickfix-peer initiator --port N [options]
//
// An acceptor with --sessions acceptance is set up as the public acceptance scripts want it: it
// echoes NewOrderSingle, SecurityDefinition and Email and refuses all other application messages.
// With --sessions peer, and as an initiator, it has one session: it sends `--send` NewOrderSingle
// of its own, answers NewOrderSingle with ExecutionReport, drops the connection now and then, and
// prints one JSON line of totals when it has sent and received everything.
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <sstream>
#include <string>
#include <thread>

#include <quickfix/Application.h>
#include <quickfix/FileStore.h>
#include <quickfix/Message.h>
#include <quickfix/MessageStore.h>
#include <quickfix/Session.h>
#include <quickfix/SessionSettings.h>
#include <quickfix/SocketAcceptor.h>
#include <quickfix/SocketInitiator.h>

namespace {

using Options = std::map<std::string, std::string>;

std::atomic<bool> stopAsked{false};

void askToStop(int) { stopAsked = true; }

std::string option(const Options& options, const std::string& name, const std::string& otherwise) {
  const auto found = options.find(name);
  return found == options.end() ? otherwise : found->second;
}

long number(const Options& options, const std::string& name, long otherwise) {
  return std::atol(option(options, name, std::to_string(otherwise)).c_str());
}

std::string utcNow() {
  char text[32];
  const std::time_t now = std::time(nullptr);
  std::strftime(text, sizeof text, "%Y%m%d-%H:%M:%S", std::gmtime(&now));
  return text;
}

/// What both applications do not care about.
class QuietApplication : public FIX::Application {
 public:
  void onCreate(const FIX::SessionID&) override {}
  void onLogon(const FIX::SessionID&) override {}
  void onLogout(const FIX::SessionID&) override {}
  void toAdmin(FIX::Message&, const FIX::SessionID&) override {}
  void toApp(FIX::Message&, const FIX::SessionID&) throw(FIX::DoNotSend) override {}
  void fromAdmin(const FIX::Message&, const FIX::SessionID&) throw(
      FIX::FieldNotFound, FIX::IncorrectDataFormat, FIX::IncorrectTagValue,
      FIX::RejectLogon) override {}
};

/// Echoes what the acceptance scripts expect to be echoed.
class EchoApplication : public QuietApplication {
 public:
  void onLogout(const FIX::SessionID& session) override {
    const std::lock_guard<std::mutex> lock(mutex_);
    for (auto id = seen_.begin(); id != seen_.end();) {
      id = id->second == session ? seen_.erase(id) : std::next(id);
    }
  }

  void fromApp(const FIX::Message& message, const FIX::SessionID& session) throw(
      FIX::FieldNotFound, FIX::IncorrectDataFormat, FIX::IncorrectTagValue,
      FIX::UnsupportedMessageType) override {
    const std::string type = message.getHeader().getField(35);
    if (type != "D" && type != "d" && type != "C") throw FIX::UnsupportedMessageType();
    if (type == "D" && wasSeen(message, session)) return;
    FIX::Message echo = message;
    FIX::Session::sendToTarget(echo, session);
  }

 private:
  /// A possible resend is one only where its ClOrdID was seen in this session.
  bool wasSeen(const FIX::Message& message, const FIX::SessionID& session) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto id = std::make_pair(message.getField(11), session);
    const auto& header = message.getHeader();
    const bool isResend = header.isSetField(97) && header.getField(97) == "Y";
    return !seen_.insert(id).second && isResend;
  }

  std::mutex mutex_;
  std::set<std::pair<std::string, FIX::SessionID>> seen_;
};

/// Sends orders, reports on the orders it gets, and counts.
class PeerApplication : public QuietApplication {
 public:
  explicit PeerApplication(const Options& options)
      : sendCount_(number(options, "send", 0)),
        expectCount_(number(options, "expect", 0)),
        dropEvery_(number(options, "drop-every", 0)),
        prefix_(option(options, "prefix", "Q")) {}

  void onLogon(const FIX::SessionID& session) override {
    const std::lock_guard<std::mutex> lock(mutex_);
    session_ = session;
    isOn_ = true;
    logons_++;
  }

  void onLogout(const FIX::SessionID&) override {
    const std::lock_guard<std::mutex> lock(mutex_);
    isOn_ = false;
  }

  void fromAdmin(const FIX::Message& message, const FIX::SessionID&) throw(
      FIX::FieldNotFound, FIX::IncorrectDataFormat, FIX::IncorrectTagValue,
      FIX::RejectLogon) override {
    if (message.getHeader().getField(35) != "3") return;
    rejects_++;
    std::cerr << "rejected: " << message.toString() << std::endl;
  }

  void fromApp(const FIX::Message& message, const FIX::SessionID& session) throw(
      FIX::FieldNotFound, FIX::IncorrectDataFormat, FIX::IncorrectTagValue,
      FIX::UnsupportedMessageType) override {
    const std::string type = message.getHeader().getField(35);
    if (type == "D") {
      count(orders_, message.getField(11));
      FIX::Message report = reportOn(message);
      FIX::Session::sendToTarget(report, session);
    } else if (type == "8") {
      count(reports_, message.getField(11));
    } else if (type == "j") {
      rejects_++;
    }
    const long received = ++received_;
    if (dropEvery_ > 0 && received % dropEvery_ == 0) dropAsked_ = true;
  }

  /// One turn of work; false when everything is sent and received.
  bool work() {
    if (dropAsked_.exchange(false)) {
      drops_++;
      FIX::Session::lookupSession(session())->disconnect();
    }
    for (int burst = 0; burst < 50 && isOn() && sent_ < sendCount_; burst++) {
      FIX::Message order = orderOf(++sent_);
      FIX::Session::sendToTarget(order, session());
    }
    const std::lock_guard<std::mutex> lock(mutex_);
    return sent_ < sendCount_ || static_cast<long>(reports_.size()) < sendCount_ ||
           static_cast<long>(orders_.size()) < expectCount_;
  }

  bool isOn() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return isOn_;
  }

  std::string totals() {
    const std::lock_guard<std::mutex> lock(mutex_);
    std::ostringstream text;
    text << "{\"sent\":" << sent_ << ",\"orders\":" << orders_.size()
         << ",\"reports\":" << reports_.size() << ",\"doubles\":" << doubles_
         << ",\"rejects\":" << rejects_ << ",\"logons\":" << logons_ << ",\"drops\":" << drops_;
    if (const FIX::Session* known = FIX::Session::lookupSession(session_)) {
      auto* counted = const_cast<FIX::Session*>(known);
      text << ",\"nextOutbound\":" << counted->getExpectedSenderNum()
           << ",\"nextInbound\":" << counted->getExpectedTargetNum();
    }
    text << "}";
    return text.str();
  }

 private:
  FIX::SessionID session() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return session_;
  }

  void count(std::set<std::string>& ids, const std::string& id) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!ids.insert(id).second) doubles_++;
  }

  FIX::Message orderOf(long place) {
    FIX::Message order;
    order.getHeader().setField(35, "D");
    order.setField(11, prefix_ + std::to_string(place));
    order.setField(21, "1");
    order.setField(38, "100");
    order.setField(40, "2");
    order.setField(44, "101.25");
    order.setField(54, "1");
    order.setField(55, "ACME");
    order.setField(60, utcNow());
    return order;
  }

  FIX::Message reportOn(const FIX::Message& order) {
    const std::string id = order.getField(11);
    FIX::Message report;
    report.getHeader().setField(35, "8");
    report.setField(6, "0");
    report.setField(11, id);
    report.setField(14, "0");
    report.setField(17, "E" + id);
    report.setField(37, "O" + id);
    report.setField(38, order.getField(38));
    report.setField(39, "0");
    report.setField(54, order.getField(54));
    report.setField(55, order.getField(55));
    report.setField(60, utcNow());
    report.setField(150, "0");
    report.setField(151, order.getField(38));
    return report;
  }

  const long sendCount_;
  const long expectCount_;
  const long dropEvery_;
  const std::string prefix_;
  std::mutex mutex_;
  FIX::SessionID session_;
  bool isOn_ = false;
  std::set<std::string> orders_;
  std::set<std::string> reports_;
  std::atomic<long> sent_{0};
  std::atomic<long> received_{0};
  std::atomic<bool> dropAsked_{false};
  long doubles_ = 0;
  long logons_ = 0;
  long drops_ = 0;
  std::atomic<long> rejects_{0};
};

/// `FIX.4.4` lies in FIX44.xml; FIX 5.0 and later need the transport's dictionary as well.
std::string sessionText(const std::string& spec, const std::string& version,
                        const std::string& target, const std::string& more = "") {
  std::string file = spec + "/";
  for (const char letter : version) {
    if (letter != '.') file += letter;
  }
  file += ".xml";
  const bool isTransport = version.rfind("FIX.5", 0) == 0;
  std::string text = "[SESSION]\nTargetCompID=" + target + "\n";
  text += "BeginString=" + (isTransport ? std::string("FIXT.1.1") : version) + "\n";
  if (isTransport) {
    text += "DefaultApplVerID=" + version + "\nTransportDataDictionary=" + spec + "/FIXT11.xml\n";
    text += "AppDataDictionary=" + file + "\n";
  } else {
    text += "DataDictionary=" + file + "\n";
  }
  return text + more;
}

/// The sessions of the public scripts, and those of our own suite.
std::string acceptanceSessions(const std::string& spec) {
  const std::pair<const char*, const char*> sessions[] = {
      {"FIX.4.0", "TW40"},       {"FIX.4.1", "TW41"},       {"FIX.4.2", "TW42"},
      {"FIX.4.3", "TW43"},       {"FIX.4.4", "TW44"},       {"FIX.5.0", "TW50"},
      {"FIX.5.0SP1", "TW50SP1"}, {"FIX.5.0SP2", "TW50SP2"}, {"FIX.4.2", "TW"},
      {"FIX.4.4", "TW"},
  };
  std::string text;
  for (const auto& session : sessions) text += sessionText(spec, session.first, session.second);
  text += sessionText(spec, "FIX.4.4", "NO_CHECK_FIELDS_HAVE_VALUES",
                      "ValidateFieldsHaveValues=N\n");
  const std::string own = "SenderCompID=METAORDER\n";
  return text + sessionText(spec, "FIX.4.4", "CLIENT44", own) +
         sessionText(spec, "FIX.5.0SP2", "CLIENT50SP2", own);
}

std::string settingsText(const std::string& mode, const Options& options) {
  const std::string spec = option(options, "spec", "../shared/data/fix/spec");
  const bool isAcceptance = option(options, "sessions", "peer") == "acceptance";
  std::string text = "[DEFAULT]\nConnectionType=" + mode + "\nHeartBtInt=30\nReconnectInterval=1\n";
  text += "StartTime=00:00:00\nEndTime=00:00:00\nSocketReuseAddress=Y\nSocketNodelay=Y\n";
  text += "SocketAcceptPort=" + option(options, "port", "5001") + "\nSocketConnectHost=127.0.0.1\n";
  text += "SocketConnectPort=" + option(options, "port", "5001") + "\n";
  text += "FileStorePath=" + option(options, "store", "memory") + "\n";
  text += "SenderCompID=" + option(options, "sender", "ISLD") + "\n";
  text += std::string("ResetOnLogon=") + (isAcceptance ? "Y" : "N") + "\n";
  if (isAcceptance) return text + acceptanceSessions(spec);
  return text + sessionText(spec, option(options, "version", "FIX.4.4"),
                            option(options, "target", "METAORDER"));
}

/// Runs until a signal comes or, for a peer with totals to reach, until they are reached.
template <class Engine>
void run(Engine& engine, PeerApplication* peer) {
  engine.start();
  std::cout << "ready" << std::endl;
  while (!stopAsked && (peer == nullptr || peer->work())) {
    std::this_thread::sleep_for(std::chrono::milliseconds(peer == nullptr ? 50 : 1));
  }
  // What is still on its way, such as the report on the last order, may arrive.
  if (peer != nullptr && !stopAsked) std::this_thread::sleep_for(std::chrono::seconds(1));
  if (peer != nullptr) std::cout << peer->totals() << std::endl;
  engine.stop();
}

int start(const std::string& mode, const Options& options) {
  std::istringstream text(settingsText(mode, options));
  FIX::SessionSettings settings(text);
  std::unique_ptr<FIX::MessageStoreFactory> stores;
  if (option(options, "store", "memory") == "memory") {
    stores = std::make_unique<FIX::MemoryStoreFactory>();
  } else {
    stores = std::make_unique<FIX::FileStoreFactory>(settings);
  }
  EchoApplication echo;
  PeerApplication peer(options);
  const bool isAcceptance = option(options, "sessions", "peer") == "acceptance";
  FIX::Application& application =
      isAcceptance ? static_cast<FIX::Application&>(echo) : static_cast<FIX::Application&>(peer);
  PeerApplication* counted = isAcceptance ? nullptr : &peer;
  if (mode == "initiator") {
    FIX::SocketInitiator engine(application, *stores, settings);
    run(engine, counted);
  } else {
    FIX::SocketAcceptor engine(application, *stores, settings);
    run(engine, counted);
  }
  return 0;
}

}  // namespace

int main(int count, char** values) {
  const std::string mode = count > 1 ? values[1] : "";
  if ((mode != "acceptor" && mode != "initiator") || count % 2 != 0) {
    std::cerr << "usage: quickfix-peer acceptor|initiator --port N [--sessions acceptance|peer]\n"
                 "  [--spec DIR] [--store memory|DIR] [--version FIX.4.4] [--sender ID]\n"
                 "  [--target ID] [--send N] [--expect N] [--drop-every N] [--prefix TEXT]\n";
    return 2;
  }
  Options options;
  for (int place = 2; place < count; place += 2) {
    options[std::string(values[place]).substr(2)] = values[place + 1];
  }
  std::signal(SIGTERM, askToStop);
  std::signal(SIGINT, askToStop);
  try {
    return start(mode, options);
  } catch (const std::exception& error) {
    std::cerr << "quickfix-peer: " << error.what() << std::endl;
    return 1;
  }
}
