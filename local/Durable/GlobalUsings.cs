global using StreamPlatform.Local.Model;
